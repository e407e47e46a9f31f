package org.gongxue.reward.fact;

import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.reward.RewardCommand;

/** Keeps the current input on the stream it informs, and changes nothing else. */
public record KeepFact(StreamId stream) implements RewardCommand {

    @Override
    public StreamId home() {
        return stream;
    }

    @Override
    public Decision decide(View view) {
        return Decision.accepted(NewEvent.input(stream));
    }
}
