package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Compares a topic with its log before anything is published. A topic ahead of the log means a restored backup: events
 * that others have seen are gone here. A topic behind is caught up with, if what it lost is its end and nothing else.
 */
final class TopicComparison {
    private static final Logger LOG = Logger.getLogger(TopicComparison.class);

    private TopicComparison() {}

    /**
     * Looks for a topic that the log cannot have written.
     *
     * @throws PublicationRefusedException if the topic is ahead of the log or tells another history
     */
    static void checkHistory(Connection c, String service, TopicEnd end) throws SQLException {
        TopicRecord last = end.last();
        if (last == null) {
            return;
        }
        List<Envelope> same = EventRows.after(c, service, end.lastIndex() - 1, 1, Long.MAX_VALUE);
        if (same.isEmpty()) {
            throw PublicationRefusedException.ahead(
                    service, end.lastIndex(), Position.read(c).lastIndex());
        }
        if (!Arrays.equals(same.getFirst().leaf(), last.envelope().leaf())) {
            throw PublicationRefusedException.otherHistory(service, end.lastIndex());
        }
    }

    /**
     * Looks for a topic that the log cannot go on with.
     *
     * @throws PublicationRefusedException if {@link #checkHistory} refuses, or the topic lost more than its end
     */
    static void check(Connection c, String service, TopicEnd end) throws SQLException {
        checkHistory(c, service, end);
        String topic = KafkaConfig.topic(service);
        var known = Publication.Watermark.read(c, topic);
        boolean behind = end.lastIndex() < known.lastIndex();
        for (int p = 0; p < known.sequences().size(); p++) {
            behind |= end.sequences()[p] < known.sequences().get(p);
        }
        if (behind) {
            LOG.warnf("%s lost its end: it was known to go to %d and goes to %s", topic, known.lastIndex(), end);
        }
        assertWhole(c, service, behind ? Publication.Watermark.NONE : known, end);
    }

    /**
     * Every partition has what it should have. Counted from where the topic was known to be whole: that may be older than
     * the topic, for the watermark is written after it, and what one partition lost of its end may be younger still.
     */
    private static void assertWhole(Connection c, String service, Publication.Watermark from, TopicEnd end)
            throws SQLException {
        var expected = new long[end.sequences().length];
        for (int p = 0; p < from.sequences().size(); p++) {
            expected[p] = from.sequences().get(p);
        }
        try (var s = c.prepareStatement(
                "SELECT stream, count(*) FROM log.event WHERE index > ? AND index <= ? GROUP BY stream")) {
            s.setLong(1, from.lastIndex());
            s.setLong(2, end.lastIndex());
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    expected[Publication.partition(StreamId.parse(row.getString(1)), expected.length)] +=
                            row.getLong(2);
                }
            }
        }
        if (!Arrays.equals(expected, end.sequences())) {
            throw PublicationRefusedException.holed(
                    service,
                    "up to index " + end.lastIndex() + " its sequences should be " + Arrays.toString(expected)
                            + " and are " + Arrays.toString(end.sequences()));
        }
    }
}
