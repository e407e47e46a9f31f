package org.gongxue.creditbank.certificate.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
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
    void aNumberIsKeptOnceReadBackAndDropped() {
        assertThat(numbers.keep("kept", "1737 0210 0131 2345")).isTrue();
        assertThat(numbers.keep("kept", "9999021001312345")).isFalse();
        assertThat(numbers.reveal("kept")).contains("1737021001312345");
        numbers.drop("kept");
        assertThat(numbers.reveal("kept")).isEmpty();
    }

    @Test
    void theServiceDoesNotStartWithAnotherKeyThanItsDatabaseKnows(@TempDir Path elsewhere) {
        var strange = new CertificateNumbers(new CertificateKeys(elsewhere), dataSource);
        assertThatThrownBy(() -> strange.checkKey(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("certificate-token.key");
    }
}
