package org.gongxue.eventlog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The effects of one command, before they are adopted: a command that fails halfway leaves nothing. */
final class Draft {
    private static final byte[] ESCAPED_NUL = {'\\', 'u', '0', '0', '0', '0'};

    private final Deliberation<?> deliberation;
    private final CommandView view;
    private final Cause cause;
    private final int ordinalBefore;
    private final long lastIndexBefore;
    private final List<Recorded> events = new ArrayList<>();
    private final Map<StreamId, Head> heads = new LinkedHashMap<>();
    private byte @Nullable [] answer;
    private @Nullable Refusal refusal;

    /** The cause has so many events already. */
    Draft(Deliberation<?> deliberation, CommandView view, Cause cause, int ordinalBefore) {
        this.deliberation = deliberation;
        this.view = view;
        this.cause = cause;
        this.ordinalBefore = ordinalBefore;
        this.lastIndexBefore = deliberation.lastIndex();
    }

    void add(NewEvent event) throws UnrecordableException {
        StreamId stream = event.stream();
        Head committed = view.head(stream);
        Head head = heads.getOrDefault(stream, committed);
        var encoded = encode(event.payload());
        Object decoded = deliberation.codec().decode(encoded.type(), encoded.revision(), encoded.data());
        UUID id = cause.eventId(deliberation.domain().service(), ordinalBefore + events.size());
        var envelope = Envelope.sealed(
                deliberation.domain().service(),
                lastIndexBefore + events.size() + 1,
                stream,
                head.version() + 1,
                id,
                encoded,
                occurredAt(event.occurredAt()),
                deliberation.recordedAt(),
                view.context().actor(),
                cause);
        events.add(new Recorded(envelope, decoded));
        heads.put(stream, after(stream, head, decoded));
    }

    /** What is folded now is what every later fold will read, so the event is taken from its bytes. */
    private EventCodec.Encoded encode(Object payload) throws UnrecordableException {
        var encoded = payload instanceof NewEvent.CurrentInput
                ? LogCodec.encodeInput(requireNonNull(view.context().input(), "no input is being decided on"))
                : deliberation.codec().encode(payload);
        int bytesMax = deliberation.limits().eventBytesMax();
        if (encoded.data().length > bytesMax) {
            throw new UnrecordableException(Refusal.invalid(
                    "EVENT_TOO_LARGE", null, Integer.toString(encoded.data().length), Integer.toString(bytesMax)));
        }
        if (holdsNul(encoded.data())) {
            throw new UnrecordableException(Refusal.invalid("TEXT_HAS_NUL", null, null, null));
        }
        return encoded;
    }

    private Head after(StreamId stream, Head head, Object event) {
        Object state = deliberation.types().evolve(stream, head.state(), event);
        byte[] json = LogJson.writeState(requireNonNull(state, "evolve gave no state"));
        int bytesMax = deliberation.limits().headBytesMax();
        if (json.length > bytesMax) {
            throw new IllegalStateException(
                    "the state of " + stream + " has " + json.length + " bytes, more than " + bytesMax);
        }
        return new Head(head.version() + 1, state, json);
    }

    private Instant occurredAt(@Nullable Instant own) {
        Instant occurred = own == null ? deliberation.domain().occurredAt(view) : own;
        return occurred.truncatedTo(ChronoUnit.MICROS);
    }

    /** A NUL in JSON is the escape of six characters, unless its backslash is itself escaped. */
    private static boolean holdsNul(byte[] json) {
        int i = 0;
        while (i + ESCAPED_NUL.length <= json.length) {
            if (json[i] != '\\') {
                i++;
            } else if (Arrays.equals(json, i, i + ESCAPED_NUL.length, ESCAPED_NUL, 0, ESCAPED_NUL.length)) {
                return true;
            } else {
                i += 2;
            }
        }
        return false;
    }

    void answer(@Nullable Object record) {
        answer = record == null ? null : LogJson.write(record);
    }

    void refusal(Refusal reason) {
        refusal = reason;
    }

    List<Recorded> events() {
        return events;
    }

    Map<StreamId, Head> heads() {
        return heads;
    }

    Outcome outcome() {
        long last = lastIndexBefore + events.size();
        return new Outcome(refusal == null, refusal, lastIndexBefore + 1, last, answer, false);
    }
}
