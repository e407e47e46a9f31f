package org.gongxue.reward.audit;

import org.gongxue.eventlog.StreamType;
import org.gongxue.events.reward.EvidenceIssued;

/** Evidence packs as facts of the log: each is stated once, before it is handed out, and changes nothing else. */
public final class Evidence {

    /** Whether a pack was stated. */
    public record EvidenceState(boolean issued) {}

    /** Packs by id. */
    public static final StreamType<EvidenceState> PACK = StreamType.of(
            "evidence",
            EvidenceState.class,
            1,
            new EvidenceState(false),
            (state, event) -> event instanceof EvidenceIssued ? new EvidenceState(true) : state);

    private Evidence() {}
}
