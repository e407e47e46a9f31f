package org.gongxue.reward.audit;

import java.util.Optional;
import org.gongxue.eventlog.CommandRefused;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.LogCodec;
import org.gongxue.eventlog.Retelling.Told;
import org.gongxue.eventlog.StreamType;

/**
 * One stream as far as a replay has folded it. Once an event is missing, unreadable or cannot follow, the stream stays
 * where it was: what comes after stands on ground that is gone.
 *
 * @param <S> the state of the stream
 */
final class StreamFold<S> {

    private final StreamType<S> type;
    private S state;
    private int version;
    private long lastIndex;
    private boolean broken;

    StreamFold(StreamType<S> type) {
        this.type = type;
        this.state = type.initial();
    }

    /** Folds the stream's next event; what is wrong with it, if anything. */
    Optional<Difference> take(Envelope envelope, LogCodec codec) {
        if (broken) {
            return Optional.empty();
        }
        if (envelope.version() != version + 1) {
            return stop(envelope, "version " + envelope.version(), "after version " + version);
        }
        version = envelope.version();
        if (envelope.type().equals(CommandRefused.TYPE)) {
            return Optional.empty();
        }
        lastIndex = envelope.index();
        try {
            state = type.evolve(state, codec.decode(envelope.type(), envelope.revision(), envelope.data()));
            return Optional.empty();
        } catch (RuntimeException e) { // bytes that are no event, or an event that no decision would have made
            return stop(envelope, envelope.type(), String.valueOf(e.getMessage()));
        }
    }

    private Optional<Difference> stop(Envelope envelope, String live, String replayed) {
        broken = true;
        lastIndex = envelope.index();
        return Optional.of(new Difference(envelope.stream() + " cannot go on", envelope.index(), live, replayed));
    }

    Told<S> told() {
        return new Told<>(state, version, lastIndex, broken);
    }

    S state() {
        return state;
    }
}
