package org.gongxue.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of the benchmark's server.
 *
 * @param port the server's port on 127.0.0.1
 * @param name its name
 */
record Database(int port, String name) {
    static final String USER = "postgres";

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** Hands out plain connections, unpooled. */
    DataSource dataSource() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url());
        dataSource.setUser(USER);
        return dataSource;
    }

    /** Runs statements one after another, each its own transaction. */
    void execute(String... statements) throws SQLException {
        try (Connection c = dataSource().getConnection();
                Statement s = c.createStatement()) {
            for (String statement : statements) {
                s.execute(statement);
            }
        }
    }

    /** The number a query answers with. */
    long number(String query) throws SQLException {
        try (Connection c = dataSource().getConnection();
                Statement s = c.createStatement();
                var row = s.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
