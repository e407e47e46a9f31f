package org.gongxue.reward.fact;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.reward.RewardCommand;

/** Keeps the current input on the streams it informs, one at least, and changes nothing else. */
public record KeepFact(List<StreamId> streams) implements RewardCommand {

    public KeepFact {
        streams = List.copyOf(streams);
    }

    /** Keeps it on one stream. */
    public KeepFact(StreamId stream) {
        this(List.of(stream));
    }

    @Override
    public StreamId home() {
        return streams.getFirst();
    }

    @Override
    public Set<StreamId> reads() {
        return new LinkedHashSet<>(streams);
    }

    @Override
    public Decision decide(View view) {
        return Decision.accepted(streams.stream().map(NewEvent::input).toArray(NewEvent[]::new));
    }
}
