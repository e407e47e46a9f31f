package org.gongxue.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * The connection pool of the peers that take a connection per command: as many connections as pgbench has, however many
 * callers there are. HikariCP's page "About Pool Sizing": few connections serve many callers.
 */
final class Pool {
    private static final int CONNECTIONS = 32;

    private Pool() {}

    static HikariDataSource open(Database database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(Database.USER);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }
}
