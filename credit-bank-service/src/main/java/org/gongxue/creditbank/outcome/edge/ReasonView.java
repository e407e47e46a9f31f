package org.gongxue.creditbank.outcome.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.kit.door.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A reason as people read it: the rule, what failed, what was needed, and the sentence in their language.
 *
 * @param position the characters of the field that contradict, counted from 1
 * @param cites the id of the earlier fact that stands in the way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReasonView(
        String code,
        String field,
        @Nullable String value,
        @Nullable String needed,
        @Nullable String position,
        @Nullable String cites,
        String title,
        String text) {

    /** Reasons in a language. */
    public static List<ReasonView> of(List<RefusalReason> reasons, Locale locale) {
        return reasons.stream().map(reason -> of(reason, locale)).toList();
    }

    private static ReasonView of(RefusalReason reason, Locale locale) {
        var facts = new TreeMap<String, String>();
        if (reason.position() != null) {
            facts.put("position", reason.position());
        }
        if (reason.cites() != null) {
            facts.put("cites", reason.cites());
        }
        var refusal = Refusal.conflict(reason.code(), reason.field(), reason.value(), reason.needed())
                .withFacts(facts);
        return new ReasonView(
                reason.code(),
                reason.field(),
                reason.value(),
                reason.needed(),
                reason.position(),
                reason.cites(),
                Messages.title(reason.code(), locale),
                Messages.detail(refusal, locale));
    }
}
