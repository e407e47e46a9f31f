package org.gongxue.reward.audit.edge;

import java.util.List;
import org.gongxue.eventlog.Envelope;

/** A log as evidence is taken from it: this service's own, or another's over its public interface. */
sealed interface LogSource permits OwnLog, ForeignLog {

    /** The newest checkpoint, a signed note; empty text before the first. */
    String checkpoint();

    /** Asks for a checkpoint soon, where somebody can be asked. */
    void hasten();

    /** An event as it is stored. */
    Envelope event(long index);

    /** Where the log installed the keys of its checkpoints, oldest first. */
    List<Long> keys();

    /** The hashes, in Base64, that prove an event in the log of a size. */
    List<String> inclusion(long index, long size);

    /** The hashes, in Base64, that prove the log of one size to be the beginning of that of another. */
    List<String> consistency(long from, long to);

    /** The size that a checkpoint is of; 0 for none. */
    static long size(String checkpoint) {
        return checkpoint.isEmpty()
                ? 0
                : Long.parseLong(checkpoint.lines().skip(1).findFirst().orElse("0"));
    }
}
