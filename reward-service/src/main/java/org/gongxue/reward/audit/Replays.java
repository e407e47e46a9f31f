package org.gongxue.reward.audit;

import org.gongxue.eventlog.StreamType;
import org.gongxue.events.reward.ReplayReported;

/** Replays as facts of the log: each reports once, and touches no balance and no entitlement. */
public final class Replays {

    /** Whether a replay has reported. */
    public record ReplayState(boolean reported) {}

    /** Replays by id. */
    public static final StreamType<ReplayState> REPLAY = StreamType.of(
            "replay",
            ReplayState.class,
            1,
            new ReplayState(false),
            (state, event) -> event instanceof ReplayReported ? new ReplayState(true) : state);

    private Replays() {}
}
