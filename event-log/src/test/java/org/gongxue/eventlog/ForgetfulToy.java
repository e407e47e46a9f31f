package org.gongxue.eventlog;

import java.util.Map;
import org.gongxue.eventlog.testing.DomainLike;
import org.gongxue.eventlog.toy.ToyCommand;

/**
 * The toy domain deciding on what it saw first of every stream.
 *
 * @param like the toy domain
 * @param seen what it saw, by the stream's id
 */
record ForgetfulToy(Domain<ToyCommand> like, Map<String, Object> seen) implements DomainLike<ToyCommand> {

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
    public Decision decide(View view, ToyCommand command) {
        return like.decide(new FirstLook(view, seen), command);
    }
}
