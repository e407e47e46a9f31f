package org.gongxue.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongxue.events.creditbank.CreditBankEvent;
import org.gongxue.events.enrollment.DayOpened;
import org.gongxue.events.enrollment.EnrollmentEvent;
import org.gongxue.events.reward.RewardEvent;
import org.junit.jupiter.api.Test;

class EventCatalogTest {

    private final EventCatalog catalog = EventCatalog.whole();

    @Test
    void everyPermittedRecordHasAWireName() {
        var records = Stream.of(EnrollmentEvent.class, CreditBankEvent.class, RewardEvent.class)
                .flatMap(EventCatalogTest::leaves)
                .toList();
        assertThat(catalog.entries().stream().map(EventCatalog.Entry::record).toList())
                .containsExactlyInAnyOrderElementsOf(records);
    }

    @Test
    void everyEventIsARecordAndItsWireNameNamesItsService() {
        assertThat(catalog.entries()).allSatisfy(entry -> {
            assertThat(entry.record().isRecord()).isTrue();
            assertThat(entry.wireName()).matches("org\\.gongxue\\.(enrollment|credit-bank|reward)\\.[a-z0-9-]+");
        });
    }

    @Test
    void anEventIsWrittenAsItsComponentsAndReadBack() {
        var event = new DayOpened(LocalDate.of(2015, 3, 2));
        var bytes = catalog.encode(event);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("{\"date\":\"2015-03-02\"}");
        assertThat(catalog.decode("org.gongxue.enrollment.day-opened", 1, bytes))
                .isEqualTo(event);
    }

    @Test
    void anUnknownNameOrRevisionIsNamed() {
        assertThatThrownBy(() -> catalog.decode("org.gongxue.enrollment.day-opened", 9, new byte[0]))
                .hasMessageContaining("day-opened revision 9");
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(EventCatalogTest::leaves)
                        .distinct()
                : List.<Class<?>>of(type).stream();
    }
}
