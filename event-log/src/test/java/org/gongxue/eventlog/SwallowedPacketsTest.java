package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongxue.eventlog.ToyLog.get;
import static org.gongxue.eventlog.ToyLog.submission;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.gongxue.eventlog.testing.TestPostgres;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** A network that swallows everything without a word holds nobody up for ever. */
@Timeout(60)
class SwallowedPacketsTest {

    private static DataSource through(Wire wire, URI database) throws SQLException {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://" + wire.address() + database.getPath());
        dataSource.setUser(TestPostgres.USER);
        dataSource.setLoginTimeout(1);
        return dataSource;
    }

    @Test
    void whoeverWaitsIsToldToComeAgain() throws Exception {
        var database = TestPostgres.database();
        Balances.createTables(database.dataSource());
        var address = URI.create(database.url().substring("jdbc:".length()));
        var limits = LogConfig.of("toy");
        var quick = new LogConfig(
                "toy", 64, 8192, 16384, 1000, 1 << 20, Duration.ofMillis(200), Duration.ofSeconds(2), limits.lockKey());
        try (var wire = new Wire(address.getHost(), address.getPort()).plugIn();
                var log = ToyLog.open(through(wire, address), new Toy("toy"), quick)) {
            get(log.submit(submission("1", new ToyCommand.Deposit("a", 1))));
            wire.swallow();
            assertThatThrownBy(() -> get(log.submit(submission("2", new ToyCommand.Deposit("a", 1)))))
                    .isInstanceOf(LogBusyException.class)
                    .hasMessageContaining("away");
        }
    }
}
