package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongxue.eventlog.ToyLog.getAll;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Invariants 2 and 8 where the log is read back: what is missing or changed in the table is noticed, limits hold. */
@Timeout(90)
class EventCopyTest {
    private static final int EVENTS = 300;

    private DataSource database;

    @BeforeEach
    void append() {
        database = ToyLog.database();
        try (var log = ToyLog.open(database)) {
            getAll(IntStream.range(0, EVENTS)
                    .mapToObj(i ->
                            log.submit(ToyLog.submission("d" + i, new ToyCommand.Deposit("account-" + i % 7, 1 + i))))
                    .toList());
        }
    }

    private EventCopy.Chunk read(long after, int countMax, long bytesMax) throws SQLException {
        try (Connection c = database.getConnection()) {
            return EventCopy.after(c, "toy", after, countMax, bytesMax);
        }
    }

    @Test
    void aChunkEndsWhereItsLimitsAre() throws SQLException {
        assertThat(read(0, 1000, Long.MAX_VALUE).isFull()).isFalse();
        assertThat(read(0, 1000, Long.MAX_VALUE).events()).hasSize(EVENTS);
        assertThat(read(100, 50, Long.MAX_VALUE).isFull()).isTrue();
        assertThat(read(100, 50, Long.MAX_VALUE).events().getFirst().index()).isEqualTo(101);
        assertThat(read(100, 50, Long.MAX_VALUE).events().getLast().index()).isEqualTo(150);
        assertThat(read(EVENTS, 50, Long.MAX_VALUE).events()).isEmpty();
    }

    @Test
    void whatIsBeyondTheBytesIsLeftAndTheConnectionGoesOn() throws SQLException {
        try (Connection c = database.getConnection()) {
            var first = EventCopy.after(c, "toy", 0, 1000, 1000);
            assertThat(first.isFull()).isTrue();
            assertThat(first.dataBytes()).isGreaterThanOrEqualTo(1000);
            assertThat(first.dataBytes() - first.events().getLast().data().length)
                    .isLessThan(1000);
            long next = first.events().getLast().index();
            assertThat(EventCopy.after(c, "toy", next, 1000, Long.MAX_VALUE).events())
                    .hasSize((int) (EVENTS - next));
        }
    }

    @Test
    void theDatabaseAddsTheBytesUpAsWell() throws SQLException {
        try (Connection c = database.getConnection()) {
            c.setAutoCommit(false);
            var first = EventCopy.summedAfter(c, "toy", 0, 1000, 1000);
            assertThat(first).hasSize(read(0, 1000, 1000).events().size());
            long next = first.getLast().index();
            assertThat(EventCopy.summedAfter(c, "toy", next, 1000, Long.MAX_VALUE))
                    .hasSize((int) (EVENTS - next));
        }
    }

    @Test
    void aMissingEventIsNoticed() {
        ToyLog.sql(database, "DELETE FROM log.event WHERE index = 77");
        assertThatThrownBy(() -> read(0, 1000, Long.MAX_VALUE))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("index 78 where 77 should be");
    }

    @Test
    void aChangeOfAnyColumnIsNoticed() {
        for (String change : new String[] {
            "stream = 'account/x'",
            "version = version + 1000",
            "id = gen_random_uuid()",
            "type = type || 'x'",
            "revision = revision + 1",
            "occurred_at = occurred_at + interval '1 microsecond'",
            "recorded_at = recorded_at - interval '1 microsecond'",
            "actor = actor || 'x'",
            "cause = cause || 'x'",
            "correlation = correlation || 'x'",
            "data = data || ' '",
            "leaf = sha256(leaf)"
        }) {
            ToyLog.sql(
                    database,
                    "DROP TABLE IF EXISTS was",
                    "CREATE TABLE was AS SELECT * FROM log.event WHERE index = 77",
                    "UPDATE log.event SET " + change + " WHERE index = 77");
            assertThatThrownBy(() -> read(0, 1000, Long.MAX_VALUE))
                    .as(change)
                    .isInstanceOf(LogDamagedException.class)
                    .hasMessageContaining("invariant 8: event 77");
            ToyLog.sql(database, "DELETE FROM log.event WHERE index = 77", "INSERT INTO log.event SELECT * FROM was");
        }
    }
}
