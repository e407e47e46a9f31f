package org.gongxue.reward.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.Leaf;

/** What can be said of one partition's events without understanding them: whether each is there, in its place and whole. */
final class PartitionCheck {

    private final String service;
    private final String where;
    private final long throughIndex;
    private Instant recordedAt = Instant.MIN;

    final Coverage coverage;
    final Findings findings = new Findings();

    PartitionCheck(String service, int partition, long throughIndex) {
        this.service = service;
        this.where = "partition " + partition;
        this.throughIndex = throughIndex;
        this.coverage = new Coverage(where);
    }

    /** Checks the next event; whether it belongs to the replay. */
    boolean take(Envelope envelope, long sequence) {
        if (envelope.index() > throughIndex) {
            return false;
        }
        if (envelope.index() < 1 || !envelope.service().equals(service)) {
            findings.add(
                    new Difference(where, 0, envelope.service() + " " + envelope.index(), "no event of " + service));
            return false;
        }
        coverage.note(envelope.index(), sequence);
        checkLeaf(envelope);
        if (envelope.recordedAt().isBefore(recordedAt)) {
            findings.add(new Difference(
                    "event " + envelope.index() + " recorded at",
                    envelope.index(),
                    envelope.recordedAt().toString(),
                    "not before " + recordedAt));
        } else {
            recordedAt = envelope.recordedAt();
        }
        return true;
    }

    void takeUnreadable(long offset, String why) {
        findings.add(new Difference(where + " offset " + offset, 0, "an event", why));
    }

    private void checkLeaf(Envelope envelope) {
        var leaf = Leaf.of(envelope);
        if (!Arrays.equals(leaf, envelope.leaf())) {
            var hex = HexFormat.of();
            findings.add(new Difference(
                    "event " + envelope.index() + " leaf",
                    envelope.index(),
                    hex.formatHex(envelope.leaf()),
                    hex.formatHex(leaf)));
        }
    }
}
