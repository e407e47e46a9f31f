package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Folds read models again from the events, in tables beside those in use; appending goes on meanwhile, but for the last
 * few events and the exchange of the tables.
 */
final class Projections {
    private static final Logger LOG = Logger.getLogger(Projections.class);
    private static final int CHUNK_EVENTS = 2000;
    private static final long CHUNK_BYTES = 4L * 1024 * 1024;

    /** How often the fold runs after an end that moves on, before appending has to wait for it. */
    private static final int PURSUITS_MAX = 20;

    private static final int TAKE_OVERS_MAX = 100;
    private static final Duration REPORT_EVERY = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final Rules<?> rules;
    private final List<Projection> projections;

    Projections(DataSource dataSource, Rules<?> rules, List<Projection> projections) {
        this.dataSource = dataSource;
        this.rules = rules;
        this.projections = projections;
        assertDistinct("projections", projections.stream().map(Projection::name));
        assertDistinct("tables", projections.stream().flatMap(p -> p.tables().stream()));
    }

    private static void assertDistinct(String what, Stream<String> names) {
        var seen = new HashSet<String>();
        names.forEach(name -> {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("two " + what + " are named " + name);
            }
        });
    }

    /** A name for a set of read models and their versions: equal for equal sets. */
    static String named(List<Projection> projections) {
        return projections.stream()
                .sorted(Comparator.comparing(Projection::name))
                .map(p -> p.name() + " " + p.version())
                .collect(Collectors.joining(","));
    }

    /** Folds those again that are new or were folded with another version. */
    void refresh() throws SQLException {
        fold(false);
    }

    /** Folds all of them again. */
    void rebuild() throws SQLException {
        fold(true);
    }

    /** One instance at a time: what another has just folded need not be folded again. */
    private void fold(boolean all) throws SQLException {
        try (Connection c = dataSource.getConnection()) {
            c.setAutoCommit(false);
            Locks.hold(c, Locks.rebuild(rules.limits()));
            try {
                Map<String, Integer> folded = versions(c);
                List<Projection> stale = projections.stream()
                        .filter(p -> all || !Objects.equals(folded.get(p.name()), p.version()))
                        .toList();
                if (!stale.isEmpty() || folded.size() > projections.size()) {
                    new Refold(c, stale).run();
                }
            } finally {
                c.rollback();
                Locks.release(c, Locks.rebuild(rules.limits()));
            }
        }
    }

    /** One fold of some read models. */
    private final class Refold {
        private final Connection connection;
        private final List<Projection> stale;
        private final List<String> tables;
        private long index;
        private long reportedAt = System.nanoTime();

        Refold(Connection connection, List<Projection> stale) {
            this.connection = connection;
            this.stale = stale;
            this.tables = stale.stream().flatMap(p -> p.tables().stream()).toList();
        }

        void run() throws SQLException {
            LOG.infof("folding again: %s", named(stale));
            ShadowTables shadow = ShadowTables.create(connection, tables);
            connection.commit();
            long end = Position.read(connection).lastIndex();
            for (int i = 0; i < PURSUITS_MAX && end - index > CHUNK_EVENTS; i++) {
                pursue(shadow, end);
                end = Position.read(connection).lastIndex();
            }
            connection.commit();
            for (int attempt = 1; !takesOver(shadow, attempt); attempt++) {
                LOG.infof("somebody reads what was folded again, attempt %d", attempt);
            }
        }

        private void pursue(ShadowTables shadow, long end) throws SQLException {
            while (index < end) {
                shadow.use();
                foldNext();
                connection.commit();
                report(end);
            }
        }

        private void report(long end) {
            if (System.nanoTime() - reportedAt > REPORT_EVERY.toNanos()) {
                reportedAt = System.nanoTime();
                LOG.infof("folded again up to %d of %d", index, end);
            }
        }

        private int foldNext() throws SQLException {
            List<Recorded> events =
                    EventRows.after(connection, rules.domain().service(), index, CHUNK_EVENTS, CHUNK_BYTES).stream()
                            .map(rules::recorded)
                            .toList();
            if (!events.isEmpty()) {
                for (Projection projection : stale) {
                    projection.apply(connection, events);
                }
                index += events.size();
            }
            return events.size();
        }

        /** Folds the rest and exchanges the tables while nothing is appended; false if a reader was in the way. */
        private boolean takesOver(ShadowTables shadow, int attempt) throws SQLException {
            long before = index;
            try {
                Locks.lockToFold(connection, rules.limits());
                shadow.use();
                while (foldNext() > 0) {
                    LOG.debugf("folded again up to %d", index);
                }
                shadow.takeOver();
                forgetRetired(connection);
                for (Projection projection : stale) {
                    remember(connection, projection);
                }
                connection.commit();
                return true;
            } catch (SQLException e) {
                if (SqlFailure.of(e) != SqlFailure.OVERTAKEN || attempt == TAKE_OVERS_MAX) {
                    throw e;
                }
                connection.rollback();
                index = before;
                return false;
            }
        }
    }

    private static Map<String, Integer> versions(Connection c) throws SQLException {
        try (var s = c.prepareStatement("SELECT name, version FROM log.projection");
                ResultSet row = s.executeQuery()) {
            var versions = new HashMap<String, Integer>();
            while (row.next()) {
                versions.put(row.getString(1), row.getInt(2));
            }
            return versions;
        }
    }

    /** A read model that nobody keeps up to date is stale from now on, should it come back. */
    private void forgetRetired(Connection c) throws SQLException {
        try (var s = c.prepareStatement("DELETE FROM log.projection WHERE name <> ALL (?)")) {
            s.setArray(
                    1,
                    c.createArrayOf(
                            "text", projections.stream().map(Projection::name).toArray()));
            s.executeUpdate();
        }
    }

    private static void remember(Connection c, Projection projection) throws SQLException {
        try (var s = c.prepareStatement("""
                INSERT INTO log.projection (name, version) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET version = excluded.version""")) {
            s.setString(1, projection.name());
            s.setInt(2, projection.version());
            s.executeUpdate();
        }
    }
}
