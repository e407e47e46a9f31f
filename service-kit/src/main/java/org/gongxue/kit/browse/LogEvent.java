package org.gongxue.kit.browse;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.InputAccepted;
import org.gongxue.eventlog.LogCodec;
import org.gongxue.kit.door.Messages;
import org.jspecify.annotations.Nullable;

/**
 * An event of the log without its data.
 *
 * @param index its place in the log
 * @param stream the stream it stands on, {@code kind/id}
 * @param version its place in the stream
 * @param type the wire name
 * @param words the type in words of the caller's language
 * @param revision the revision of the data's shape
 * @param occurredAt when it happened
 * @param recordedAt when the log took it
 * @param actor who is answerable
 * @param cause {@code command:<principal>/<id>}, {@code input:<source>/<index>} or {@code parked:<source>/<index>}
 * @param correlation what it belongs to, across services
 * @param input what it accepted, when it is an input
 */
public record LogEvent(
        long index,
        String stream,
        int version,
        String type,
        String words,
        int revision,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        String cause,
        String correlation,
        @Nullable AcceptedInput input) {

    /** Another service's event that was accepted: its log, its place there, its wire name and that in words. */
    public record AcceptedInput(String source, long index, String type, String words) {}

    static LogEvent of(Envelope e, Locale locale) {
        return new LogEvent(
                e.index(),
                e.stream().toString(),
                e.version(),
                e.type(),
                words(e.type(), locale),
                e.revision(),
                e.occurredAt(),
                e.recordedAt(),
                e.actor(),
                e.cause(),
                e.correlation(),
                input(e, locale));
    }

    private static @Nullable AcceptedInput input(Envelope e, Locale locale) {
        if (!e.type().equals(InputAccepted.TYPE)) {
            return null;
        }
        try {
            var input = LogCodec.readInput(e.data());
            return new AcceptedInput(input.source(), input.index(), input.type(), words(input.type(), locale));
        } catch (UncheckedIOException | IllegalArgumentException damaged) {
            return null; // somebody changed the row; the event itself says so where it is shown
        }
    }

    private static String words(String type, Locale locale) {
        return Messages.text(type, Map.of(), locale);
    }
}
