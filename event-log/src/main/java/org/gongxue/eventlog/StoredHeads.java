package org.gongxue.eventlog;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Heads as committed: remembered, or read from {@code log.head} all at once, or one by one when a decision asks for
 * more. A head of another evolve version, or of another shape, is folded again from its events.
 */
final class StoredHeads implements Heads {

    /** A head as its row has it. */
    @SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
    private record Row(int version, int evolveVersion, byte[] state) {}

    private final Connection connection;
    private final Rules<?> rules;
    private final HeadCache cache;
    private final Map<StreamId, @Nullable Row> fetched = new HashMap<>();
    private boolean hasReadSingly;

    StoredHeads(Connection connection, Rules<?> rules, HeadCache cache) {
        this.connection = connection;
        this.rules = rules;
        this.cache = cache;
    }

    /** Reads the rows of those streams that are not remembered, in one query. */
    void fetch(Collection<StreamId> streams) throws SQLException {
        List<String> names = new ArrayList<>();
        for (StreamId stream : streams) {
            if (cache.get(stream) == null && !fetched.containsKey(stream)) {
                fetched.put(stream, null);
                names.add(stream.toString());
            }
        }
        if (names.isEmpty()) {
            return;
        }
        try (var s = connection.prepareStatement(
                "SELECT stream, version, evolve_version, state FROM log.head WHERE stream = ANY(?)")) {
            s.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    fetched.put(
                            StreamId.parse(row.getString(1)), new Row(row.getInt(2), row.getInt(3), row.getBytes(4)));
                }
            }
        }
    }

    /** The head if it is at hand: remembered, or among the rows read. */
    @Nullable
    Head known(StreamId stream) {
        return cache.get(stream) != null || fetched.containsKey(stream) ? head(stream) : null;
    }

    /** Whether any stream was read by itself. */
    boolean hasReadSingly() {
        return hasReadSingly;
    }

    @Override
    public Head head(StreamId stream) {
        Head remembered = cache.get(stream);
        if (remembered != null) {
            return remembered;
        }
        try {
            if (!fetched.containsKey(stream)) {
                hasReadSingly = true;
                fetch(List.of(stream));
            }
            Head head = read(stream, fetched.get(stream));
            cache.put(stream, head);
            return head;
        } catch (SQLException e) {
            throw new HeadsUnavailableException(e);
        }
    }

    private Head read(StreamId stream, @Nullable Row row) throws SQLException {
        StreamType<?> type = rules.types().of(stream);
        if (row == null) {
            return Head.initial(type);
        }
        if (row.evolveVersion() == type.evolveVersion()) {
            try {
                return new Head(row.version(), LogJson.readState(row.state(), type.stateType()), row.state());
            } catch (IOException otherShape) {
                // The state's record changed without its evolve version: the events know better.
            }
        }
        Head folded = Fold.stream(connection, rules, stream);
        if (folded.version() != row.version()) {
            throw new IllegalStateException("invariant 2: " + stream + " has a head of version " + row.version()
                    + " and " + folded.version() + " events");
        }
        return folded;
    }
}
