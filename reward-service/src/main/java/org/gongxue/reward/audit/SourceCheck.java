package org.gongxue.reward.audit;

import java.util.Optional;
import org.gongxue.eventlog.Domain;
import org.gongxue.eventlog.EngineEvent;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.Leaf;

/**
 * One partition of the topic that inputs came from: each input must be there as the log recorded it, and what calls for
 * something must have been taken in.
 */
public final class SourceCheck implements PartitionSink {

    private final Domain<?> domain;
    private final RecordedInputs inputs;
    private final long last;

    /** @param source the service whose topic it is */
    public SourceCheck(Domain<?> domain, RecordedInputs inputs, String source) {
        this.domain = domain;
        this.inputs = inputs;
        this.last = inputs.last(source);
    }

    @Override
    public boolean take(Envelope published, long sequence) {
        if (published.index() > last) {
            return false;
        }
        if (!inputs.compare(published, Leaf.of(published)) && callsForSomething(published)) {
            inputs.omitted(published);
        }
        return true;
    }

    private boolean callsForSomething(Envelope e) {
        if (EngineEvent.isType(e.type())) {
            return false;
        }
        try {
            var event = domain.codec().decode(e.type(), e.revision(), e.data());
            Optional<?> command = domain.react(new Input(
                    e.service(),
                    e.index(),
                    e.id(),
                    e.leaf(),
                    e.stream().toString(),
                    e.type(),
                    e.revision(),
                    e.occurredAt(),
                    e.correlation(),
                    e.data(),
                    event));
            return command.isPresent();
        } catch (RuntimeException _) { // what cannot be read would have been parked
            return true;
        }
    }

    @Override
    public void takeUnreadable(long offset, String why) {
        // An input that cannot be found is told as missing; of what else is in the topic its own service's audit tells.
    }

    @Override
    public void end() {
        // What was not found is counted once every partition has been read.
    }
}
