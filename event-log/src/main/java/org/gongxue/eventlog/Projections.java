package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Folds read models again from the events, under the appender's lock. */
final class Projections {
    private static final Logger LOG = Logger.getLogger(Projections.class);
    private static final int CHUNK_EVENTS = 2000;
    private static final long CHUNK_BYTES = 4L * 1024 * 1024;

    private final DataSource dataSource;
    private final Rules<?> rules;
    private final List<Projection> projections;

    Projections(DataSource dataSource, Rules<?> rules, List<Projection> projections) {
        this.dataSource = dataSource;
        this.rules = rules;
        this.projections = projections;
        var names = new HashSet<String>();
        for (Projection projection : projections) {
            if (!names.add(projection.name())) {
                throw new IllegalArgumentException("two projections are named " + projection.name());
            }
        }
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

    private void fold(boolean all) throws SQLException {
        try (Connection c = dataSource.getConnection()) {
            c.setAutoCommit(false);
            Locks.lockToFold(c, rules.limits());
            forgetRetired(c);
            Map<String, Integer> folded = versions(c);
            List<Projection> stale = projections.stream()
                    .filter(p -> all || !Objects.equals(folded.get(p.name()), p.version()))
                    .toList();
            if (!stale.isEmpty()) {
                fold(c, stale);
            }
            c.commit();
        }
    }

    private void fold(Connection c, List<Projection> stale) throws SQLException {
        for (Projection projection : stale) {
            LOG.infof("folding the read model %s again", projection.name());
            projection.reset(c);
        }
        long index = 0;
        List<Recorded> events;
        do {
            events = EventRows.after(c, rules.domain().service(), index, CHUNK_EVENTS, CHUNK_BYTES).stream()
                    .map(rules::recorded)
                    .toList();
            for (Projection projection : events.isEmpty() ? List.<Projection>of() : stale) {
                projection.apply(c, events);
            }
            index += events.size();
        } while (!events.isEmpty());
        for (Projection projection : stale) {
            remember(c, projection);
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
