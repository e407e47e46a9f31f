package org.gongxue.reward.audit;

import java.time.LocalDate;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.ReplayReported;
import org.gongxue.reward.RewardCommand;
import org.jspecify.annotations.Nullable;

/** What the audit writes into the log that it audits. */
public sealed interface AuditCommand extends RewardCommand {

    /**
     * The service's own command: a replay has ended. Who may start one is asked when it starts; what it found is kept
     * whoever lost an office since.
     *
     * @param asOf the effective date that was asked for, if any
     * @param index the last event that it took in
     * @param digest SHA-256 of the report's bytes, lower-case hex
     */
    record ReportReplay(
            String replayId, ReplayMode mode, @Nullable LocalDate asOf, Verdict verdict, long index, String digest)
            implements AuditCommand {

        @Override
        public StreamId home() {
            return Replays.REPLAY.id(replayId);
        }

        @Override
        public Decision decide(View view) {
            if (view.state(Replays.REPLAY, replayId).reported()) {
                return Decision.refused(Refusal.conflict("REPLAY_REPORTED", "replayId", replayId, null));
            }
            var reported = new ReplayReported(replayId, mode.word(), asOf, verdict.word(), index, digest);
            return Decision.accepted(NewEvent.of(home(), reported));
        }
    }
}
