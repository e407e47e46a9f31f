package org.gongxue.eventlog.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Domain;
import org.gongxue.eventlog.EventCodec;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;

/** A domain like another, but for what its implementation says otherwise. */
public interface DomainLike<C> extends Domain<C> {

    /** The other domain. */
    Domain<C> like();

    @Override
    default String service() {
        return like().service();
    }

    @Override
    default Set<StreamId> reads(C command) {
        return like().reads(command);
    }

    @Override
    default Decision decide(View view, C command) {
        return like().decide(view, command);
    }

    @Override
    default Instant occurredAt(View view) {
        return like().occurredAt(view);
    }

    @Override
    default Optional<C> react(Input input) {
        return like().react(input);
    }

    @Override
    default Optional<String> subject(Input input) {
        return like().subject(input);
    }

    @Override
    default Optional<Refusal> refusesParkedDecision(View view) {
        return like().refusesParkedDecision(view);
    }

    @Override
    default EventCodec codec() {
        return like().codec();
    }

    @Override
    default List<StreamType<?>> streams() {
        return like().streams();
    }
}
