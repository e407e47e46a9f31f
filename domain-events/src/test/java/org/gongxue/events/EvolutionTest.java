package org.gongxue.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.events.EventCatalog.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An event's shape changes: with a new revision what was written is read; without one the build says what to do. */
class EvolutionTest {
    private static final String NAME = "org.gongxue.enrollment.greeted";
    private static final byte[] FIRST = "{\"who\":\"L-1\",\"on\":\"2018-03-15\",\"times\":2}".getBytes(UTF_8);

    record Greeted(String who, LocalDate on, int times) {}

    record WithANote(
            String who, LocalDate on, int times, @Nullable String note) {}

    record WithoutTimes(String who, LocalDate on) {}

    record WithAPlace(String who, LocalDate on, int times, String place) {}

    record Renamed(String learnerId, LocalDate on, int times) {}

    record WithAWordForTimes(String who, LocalDate on, Often times) {}

    enum Often {
        ONCE,
        AGAIN
    }

    record Third(String learnerId, LocalDate on, int times, String place) {}

    private static ObjectNode rename(ObjectNode first) {
        first.set("learnerId", first.remove("who"));
        return first;
    }

    private static ObjectNode addPlace(ObjectNode second) {
        return second.put("place", "unknown");
    }

    private static EventCatalog catalog(Entry entry) {
        return new EventCatalog(List.of(entry));
    }

    private static List<String> problem(Class<?> record) {
        return GoldenEvents.problem(catalog(new Entry(NAME, 1, record)), NAME, 1, FIRST, FIRST).stream()
                .toList();
    }

    @Test
    void anEarlierRevisionIsReadAsTheNewestByWayOfEachBetween() {
        var catalog = catalog(new Entry(NAME, 3, Third.class, EvolutionTest::rename, EvolutionTest::addPlace));
        var third = new Third("L-1", LocalDate.of(2018, 3, 15), 2, "unknown");
        byte[] second = "{\"learnerId\":\"L-1\",\"on\":\"2018-03-15\",\"times\":2}".getBytes(UTF_8);

        assertThat(catalog.decode(NAME, 1, FIRST)).isEqualTo(third);
        assertThat(catalog.decode(NAME, 2, second)).isEqualTo(third);
        assertThat(catalog.decode(NAME, 3, catalog.encode(third))).isEqualTo(third);
    }

    @Test
    void aRevisionThatANewerReleaseWroteIsNotGuessed() {
        var catalog = catalog(new Entry(NAME, 1, Greeted.class));
        assertThatThrownBy(() -> catalog.decode(NAME, 2, FIRST)).hasMessageContaining("greeted revision 2");
    }

    @Test
    void aRevisionWithoutItsUpcasterIsNoRevision() {
        assertThatThrownBy(() -> new Entry(NAME, 2, Third.class))
                .hasMessageContaining("needs an upcaster from each of the earlier revisions, and has 0");
    }

    @Test
    void aComponentThatMayBeAbsentNeedsNoNewRevision() {
        assertThat(problem(Greeted.class)).isEmpty();
        assertThat(problem(WithANote.class)).isEmpty();
    }

    @Test
    void anIncompatibleChangeFailsWithWhatToDo() {
        assertThat(List.of(WithoutTimes.class, WithAPlace.class, Renamed.class, WithAWordForTimes.class))
                .allSatisfy(record -> assertThat(problem(record))
                        .singleElement()
                        .asString()
                        .startsWith(NAME + " revision 1 ")
                        .contains(
                                "raise the revision in the event's catalog by one",
                                "append the Upcaster",
                                "-Dpublished.write=true"));
        assertThat(problem(WithoutTimes.class).getFirst()).contains("is read as something else");
        assertThat(problem(WithAPlace.class).getFirst()).contains("has no value for [place]");
        assertThat(problem(Renamed.class).getFirst()).contains("has no value for [learnerId]");
        assertThat(problem(WithAWordForTimes.class).getFirst()).contains("is no longer read");
    }

    @Test
    void anEventThatWasTakenOutOfTheCatalogFailsWithWhatToDo() {
        assertThat(GoldenEvents.problem(new EventCatalog(List.of()), NAME, 1, FIRST, FIRST))
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains("is no longer read", "every release must read it"));
    }

    @Test
    void anUpcasterThatForgetsSomethingIsNoticed() {
        var forgetful = catalog(new Entry(NAME, 2, Renamed.class, first -> {
            first.remove("times");
            return first.put("times", 1);
        }));
        byte[] expected = "{\"learnerId\":\"L-1\",\"on\":\"2018-03-15\",\"times\":2}".getBytes(UTF_8);
        assertThat(GoldenEvents.problem(forgetful, NAME, 1, FIRST, expected)).isPresent();
    }
}
