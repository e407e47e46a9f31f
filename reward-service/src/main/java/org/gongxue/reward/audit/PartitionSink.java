package org.gongxue.reward.audit;

import org.gongxue.eventlog.Envelope;

/** Takes what one partition of a topic holds, in its order. For one thread at a time. */
public interface PartitionSink {

    /**
     * Takes the next event of the partition.
     *
     * @param sequence its place in the partition as it was published, dense from 1
     * @return whether it belongs to the replay; what comes after the replay's index does not
     */
    boolean take(Envelope envelope, long sequence);

    /** Takes a record that is no event at all. */
    void takeUnreadable(long offset, String why);

    /** The partition has been read to its end, or cannot be read any further. */
    void end();
}
