package org.gongxue.creditbank.certificate.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.gongxue.creditbank.CreditBankHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(CreditBankHouse.class)
class CertificateNumbersTest {

    @Inject
    CertificateNumbers numbers;

    @Inject
    DataSource dataSource;

    @Test
    void numbersAreKeptOnceReadBackAndDropped() {
        assertThat(numbers.keep(Map.of("kept", "1737021001312345"))).containsExactly("kept");
        assertThat(numbers.keep(Map.of("kept", "9999021001312345", "kept-too", "1737021001354321")))
                .containsExactly("kept-too");
        assertThat(numbers.reveal("kept")).contains("1737021001312345");
        assertThat(numbers.reveal("kept-too")).contains("1737021001354321");
        numbers.drop(List.of("kept", "kept-too"));
        assertThat(numbers.reveal("kept")).isEmpty();
        assertThat(numbers.reveal("kept-too")).isEmpty();
    }

    @Test
    void theSameNumberOfTwoBodiesIsTwoDocuments() {
        assertThat(numbers.documentToken("QDSSW", "2017001"))
                .isEqualTo(numbers.documentToken("QDSSW", "2017001"))
                .isNotEqualTo(numbers.documentToken("BJSSW", "2017001"));
    }

    @Test
    void theServiceDoesNotStartWithAnotherKeyThanItsDatabaseKnows(@TempDir Path elsewhere) {
        var strange = new CertificateNumbers(new CertificateKeys(elsewhere), dataSource);
        assertThatThrownBy(() -> strange.checkKey(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("certificate-token.key");
    }
}
