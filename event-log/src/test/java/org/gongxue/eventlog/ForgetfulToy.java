package org.gongxue.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongxue.eventlog.toy.ToyCommand;

/**
 * The toy domain deciding on what it saw first of every stream.
 *
 * @param toy the toy domain
 * @param seen what it saw, by the stream's id
 */
record ForgetfulToy(Domain<ToyCommand> toy, Map<String, Object> seen) implements Domain<ToyCommand> {

    private record FirstLook(View view, Map<String, Object> seen) implements View {
        @Override
        public <S> S state(StreamType<S> type, String id) {
            S now = view.state(type, id);
            return type.stateType().cast(seen.computeIfAbsent(id, first -> now));
        }

        @Override
        public int version(StreamId stream) {
            return view.version(stream);
        }

        @Override
        public Context context() {
            return view.context();
        }
    }

    @Override
    public String service() {
        return toy.service();
    }

    @Override
    public Set<StreamId> reads(ToyCommand command) {
        return toy.reads(command);
    }

    @Override
    public Decision decide(View view, ToyCommand command) {
        return toy.decide(new FirstLook(view, seen), command);
    }

    @Override
    public Instant occurredAt(View view) {
        return toy.occurredAt(view);
    }

    @Override
    public Optional<ToyCommand> react(Input input) {
        return toy.react(input);
    }

    @Override
    public Optional<String> subject(Input input) {
        return toy.subject(input);
    }

    @Override
    public EventCodec codec() {
        return toy.codec();
    }

    @Override
    public List<StreamType<?>> streams() {
        return toy.streams();
    }
}
