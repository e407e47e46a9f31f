package org.gongxue.eventlog;

import java.util.Map;
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
        Map<String, String> facts) {

    /** The wire name. */
    public static final String TYPE = "org.gongxue.log.command-refused";
}
