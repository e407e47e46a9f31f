package org.gongxue.enrollment;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.gongxue.eventlog.StreamId;

/** The consistency set of a command, in order: a refusal is recorded on the first stream. */
public final class Reads {

    private Reads() {}

    /** The streams in the order given. */
    public static SequencedSet<StreamId> of(StreamId... streams) {
        return new LinkedHashSet<>(Arrays.asList(streams));
    }
}
