package org.gongxue.reward.recovery;

import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.reward.RewardCommand;

/** The current input revokes the outcome on this stream; everything that was opened on it is taken back. */
public record RevokeEntitlements(StreamId outcome) implements RewardCommand {

    @Override
    public StreamId home() {
        return outcome;
    }

    @Override
    public Decision decide(View view) {
        return WhenAnOutcomeIsRevokedThenTakeBack.decide(view, this);
    }
}
