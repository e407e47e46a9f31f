package org.gongxue.enrollment;

import java.util.Map;
import org.gongxue.eventlog.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of an item of a batch, as the caller is told: the answer of a command that takes effect even when the
 * effect is a recorded no.
 *
 * @param id what the item is about from now on: an application, an enrollment, a learner
 * @param standing accepted, repeats an earlier one, or refused
 * @param code the rule behind a duplicate or a refusal; WAITLISTED beside an acceptance whose place is still to come
 * @param field the field that failed, if one did
 * @param value the value found
 * @param needed the value that would have passed
 * @param first what a duplicate repeats
 */
public record Settled(
        String id,
        Standing standing,
        @Nullable String code,
        @Nullable String field,
        @Nullable String value,
        @Nullable String needed,
        @Nullable String first) {

    /** How an item ended. */
    public enum Standing {
        ACCEPTED,
        DUPLICATE,
        REFUSED
    }

    /** Taken, with effect. */
    public static Settled accepted(String id) {
        return new Settled(id, Standing.ACCEPTED, null, null, null, null, null);
    }

    /** Known already; nothing changed. */
    public static Settled duplicate(String id, String first) {
        return new Settled(id, Standing.DUPLICATE, "DUPLICATE", null, null, null, first);
    }

    /** Taken, but on the waitlist with this number. */
    public static Settled waitlisted(String id, int number) {
        return new Settled(id, Standing.ACCEPTED, "WAITLISTED", null, Integer.toString(number), null, null);
    }

    /** A refusal that was recorded as an event of its own. */
    public static Settled refused(
            String id, String code, @Nullable String field, @Nullable String value, @Nullable String needed) {
        return new Settled(id, Standing.REFUSED, code, field, value, needed, null);
    }

    /** What to explain to the caller: a duplicate, a refusal or a place on the waitlist. */
    public Refusal refusal() {
        if (code == null) {
            throw new IllegalStateException("Accepted: there is nothing to explain");
        }
        var facts = first == null ? Map.<String, String>of() : Map.of("first", first);
        return new Refusal(Refusal.Kind.CONFLICT, code, field, value, needed, facts);
    }
}
