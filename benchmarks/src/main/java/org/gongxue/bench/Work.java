package org.gongxue.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Domain;
import org.gongxue.eventlog.EventCodec;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;

/**
 * The work that every contender does: a learner earns a credit, unless there are too many already. To know that, the
 * learner's state is read; the event is 300 bytes of JSON, the same for all.
 */
final class Work {
    /** How many learners there are when the work is spread out. */
    static final int STREAMS = 10_000;

    static final int EVENT_BYTES = 300;
    static final String SERVICE = "bench";
    static final String TYPE = "org.gongxue.bench.earned";
    static final String WHO = "user:bench";
    static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final long CREDITS_MAX = 1_000_000_000;
    private static final String NOTE = "x".repeat(EVENT_BYTES - json(new Earned(learner(0), 1, "")).length);

    private Work() {}

    /** What happened. */
    record Earned(String learner, int credits, String note) {}

    /** What is known of a learner. */
    record Learning(long credits, int events) {
        static final Learning NOTHING = new Learning(0, 0);

        /** The event, decided on this state. */
        Earned decide(String learner) {
            if (credits >= CREDITS_MAX) {
                throw new IllegalStateException(learner + " has too many credits");
            }
            return new Earned(learner, 1, NOTE);
        }

        Learning evolve(Earned earned) {
            return new Learning(credits + earned.credits(), events + 1);
        }
    }

    /** What is asked for. */
    record Earn(String learner) {}

    /** The name of a learner, always of one length. */
    static String learner(int number) {
        return "learner-" + (10_000_000 + number);
    }

    static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(byte[] json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The work as a domain of the log. */
    static final class Learners implements Domain<Earn> {
        private static final StreamType<Learning> LEARNER = StreamType.of(
                "learner", Learning.class, 1, Learning.NOTHING, (state, event) -> state.evolve((Earned) event));

        @Override
        public String service() {
            return SERVICE;
        }

        @Override
        public Set<StreamId> reads(Earn command) {
            return Set.of(LEARNER.id(command.learner()));
        }

        @Override
        public Decision decide(View view, Earn command) {
            Learning state = view.state(LEARNER, command.learner());
            return state.credits() < CREDITS_MAX
                    ? Decision.accepted(NewEvent.of(LEARNER.id(command.learner()), state.decide(command.learner())))
                    : Decision.refused(Refusal.conflict(
                            "TOO_MANY_CREDITS", "credits", Long.toString(state.credits()), Long.toString(CREDITS_MAX)));
        }

        @Override
        public Instant occurredAt(View view) {
            return view.context().submittedAt();
        }

        @Override
        public Optional<Earn> react(Input input) {
            return Optional.empty();
        }

        @Override
        public EventCodec codec() {
            return new Codec();
        }

        @Override
        public List<StreamType<?>> streams() {
            return List.of(LEARNER);
        }
    }

    private static final class Codec implements EventCodec {
        @Override
        public Encoded encode(Object event) {
            return new Encoded(TYPE, 1, json(event));
        }

        @Override
        public Object decode(String type, int revision, byte[] data) {
            return read(data, Earned.class);
        }
    }
}
