package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables beside those in use: of the same shape and with the same names, in a schema of their own. What is folded there
 * takes the place of what was in use at once, while nobody waits longer than the exchange of names takes.
 */
final class ShadowTables {
    private static final String SHADOW = "log_shadow";
    private static final String RETIRED = "log_retired";

    /** Shorter than PostgreSQL's patience before it looks for deadlocks: of us and a reader, we are the one to yield. */
    private static final int LOCK_MILLIS_MAX = 500;

    private static final String INDEXES = """
            SELECT c.conname, pg_get_constraintdef(c.oid), pg_get_indexdef(i.indexrelid)
            FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.conrelid = i.indrelid
            WHERE i.indrelid = ?::regclass""";

    private static final String VIEWS = """
            SELECT DISTINCT v.oid::regclass::text, pg_get_viewdef(v.oid)
            FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid JOIN pg_class v ON v.oid = r.ev_class
            WHERE v.relkind = 'v' AND d.refobjid = ANY (?::regclass[])""";

    private final Connection connection;
    private final String schema;
    private final List<String> tables;

    /** A view and the query that it stands for. */
    private record View(String name, String query) {}

    private ShadowTables(Connection connection, String schema, List<String> tables) {
        this.connection = connection;
        this.schema = schema;
        this.tables = tables;
    }

    /** Makes the tables, empty; those that an earlier attempt left behind go. */
    static ShadowTables create(Connection c, List<String> tables) throws SQLException {
        var shadow = new ShadowTables(c, c.getSchema(), tables);
        shadow.execute("DROP SCHEMA IF EXISTS " + SHADOW + " CASCADE");
        shadow.execute("CREATE SCHEMA " + SHADOW);
        for (String table : tables) {
            shadow.execute("CREATE TABLE " + SHADOW + "." + table + " (LIKE " + shadow.inUse(table)
                    + " INCLUDING ALL EXCLUDING INDEXES)");
            shadow.copyIndexes(table);
        }
        return shadow;
    }

    /** Under their own names, so that the next migration finds them by these. */
    private void copyIndexes(String table) throws SQLException {
        var definitions = new ArrayList<String>();
        try (PreparedStatement s = connection.prepareStatement(INDEXES)) {
            s.setString(1, inUse(table));
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    definitions.add(
                            row.getString(1) != null
                                    ? "ALTER TABLE " + SHADOW + "." + table + " ADD CONSTRAINT " + row.getString(1)
                                            + " " + row.getString(2)
                                    : row.getString(3)
                                            .replace(" ON " + inUse(table) + " ", " ON " + SHADOW + "." + table + " "));
                }
            }
        }
        for (String definition : definitions) {
            execute(definition);
        }
    }

    private String inUse(String table) {
        return schema + "." + table;
    }

    /** Until the transaction ends, the tables' names mean these. */
    void use() throws SQLException {
        execute("SET LOCAL search_path = " + SHADOW + ", " + schema);
        execute("SET LOCAL enable_seqscan = off"); // plans are made while the tables are still empty
    }

    /**
     * Puts these in the place of the tables in use, and the views on those on these.
     *
     * @throws SQLException 55P03 if a reader was in the way; nothing is done then, and it may be tried again
     */
    void takeOver() throws SQLException {
        execute("SET LOCAL lock_timeout = " + LOCK_MILLIS_MAX);
        List<View> views = views();
        execute("CREATE SCHEMA " + RETIRED);
        for (String table : tables) {
            execute("ALTER TABLE " + inUse(table) + " SET SCHEMA " + RETIRED);
            execute("ALTER TABLE " + SHADOW + "." + table + " SET SCHEMA " + schema);
        }
        for (View view : views) {
            execute("CREATE OR REPLACE VIEW " + view.name() + " AS " + view.query());
        }
        execute("DROP SCHEMA " + RETIRED + " CASCADE");
        execute("DROP SCHEMA " + SHADOW);
    }

    /** With names as they are found from the schema in use. */
    private List<View> views() throws SQLException {
        execute("SET LOCAL search_path = " + schema);
        try (PreparedStatement s = connection.prepareStatement(VIEWS)) {
            s.setArray(
                    1,
                    connection.createArrayOf(
                            "text", tables.stream().map(this::inUse).toArray()));
            var views = new ArrayList<View>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    views.add(new View(row.getString(1), row.getString(2)));
                }
            }
            return views;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute(sql);
        }
    }
}
