package org.gongxue.eventlog;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A command was refused: a refusal is a fact too.
 *
 * @param command the command's simple class name
 * @param code the rule
 * @param kind what sort of no
 * @param field the field that was wrong
 * @param value the value found
 * @param needed the value that would have passed
 * @param facts further values of the message
 */
public record CommandRefused(
        String command,
        String code,
        Refusal.Kind kind,
        @Nullable String field,
        @Nullable String value,
        @Nullable String needed,
        Map<String, String> facts)
        implements EngineEvent {

    /** The wire name. */
    public static final String TYPE = "org.gongxue.log.command-refused";

    private static final int TEXT_MAX = 500;

    /** The fact that this command met that refusal; long texts are cut and NULs replaced, for they come from outside. */
    static CommandRefused of(Object command, Refusal refusal) {
        var facts = new TreeMap<String, String>();
        refusal.facts().forEach((name, value) -> facts.put(name, Objects.requireNonNull(tidy(value))));
        return new CommandRefused(
                command.getClass().getSimpleName(),
                refusal.code(),
                refusal.kind(),
                tidy(refusal.field()),
                tidy(refusal.value()),
                tidy(refusal.needed()),
                facts);
    }

    /** The refusal as its caller was told it, but for what was cut. */
    Refusal refusal() {
        return new Refusal(kind, code, field, value, needed, facts);
    }

    private static @Nullable String tidy(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String cut = text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
        return cut.replace('\0', '\uFFFD');
    }
}
