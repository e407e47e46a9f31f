package org.gongxue.reward.entitlement.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gongxue.events.reward.Computation;
import org.gongxue.events.reward.ConditionResult;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.kit.door.Messages;
import org.jspecify.annotations.Nullable;

/**
 * An entitlement as it is shown. Money in fen; texts in the reader's language.
 *
 * @param state pending, waitlisted, approved, refused, in-payment, paid, returned, cancelled, recovering or recovered
 * @param waiting what it waits for: {@code facts}, {@code officer}, {@code fund}, {@code payee-account} or {@code bank}
 * @param position its place in the fund's line, while waitlisted
 * @param missing the facts it waits for
 * @param timeline absent in lists
 * @param attempts absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntitlementView(
        String entitlementId,
        String policyId,
        int policyVersion,
        String policyName,
        String learnerId,
        String basis,
        String unitId,
        String state,
        @Nullable String waiting,
        @Nullable Integer position,
        long amountFen,
        @Nullable String fundId,
        @Nullable String group,
        @Nullable ComputationView computation,
        List<ConditionResult> conditions,
        List<String> missing,
        List<ReasonView> reasons,
        @Nullable List<Step> timeline,
        @Nullable List<Attempt> attempts) {

    /** A step with the log index of its event. */
    public record Step(String state, LocalDate on, long index) {}

    /** A try to pay to a version of the learner's account; {@code state} is open, paid or returned. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attempt(
            String batchId,
            int lineNumber,
            String paymentNumber,
            int payeeVersion,
            String state,
            LocalDate on,
            @Nullable String bankReference,
            @Nullable String failureCode,
            @Nullable String failureText) {}

    /** How the amount was worked out; {@code text} says it in one line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ComputationView(
            List<Term> terms,
            int shareOf,
            int shareIn,
            long beforeCapFen,
            @Nullable Long capFen,
            long amountFen,
            String text) {

        static @Nullable ComputationView of(@Nullable Computation c, Locale locale) {
            if (c == null) {
                return null;
            }
            var terms = c.terms().stream()
                    .map(t -> new Term(t.fact(), Messages.text("fact." + t.fact(), Map.of(), locale), t.amountFen()))
                    .toList();
            return new ComputationView(
                    terms,
                    c.shareOf(),
                    c.shareIn(),
                    c.beforeCapFen(),
                    c.capFen(),
                    c.amountFen(),
                    Reckoning.text(terms, c, locale));
        }
    }

    /** A term with its name in the reader's language. */
    public record Term(String fact, String label, long amountFen) {}

    /** A reason with its sentence. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReasonView(
            String code,
            String title,
            String text,
            @Nullable String rule,
            @Nullable String fact,
            @Nullable String value,
            @Nullable String needed,
            @Nullable String article,
            @Nullable String first) {

        static ReasonView of(EntitlementReason reason, Locale locale) {
            var facts = new TreeMap<String, String>();
            put(facts, "rule", reason.rule());
            put(facts, "fact", reason.fact());
            put(facts, "value", reason.value());
            put(facts, "needed", reason.needed());
            put(facts, "article", reason.article());
            put(facts, "first", reason.first());
            return new ReasonView(
                    reason.code(),
                    Messages.title(reason.code(), locale),
                    Messages.text(reason.code(), facts, locale),
                    reason.rule(),
                    reason.fact(),
                    reason.value(),
                    reason.needed(),
                    reason.article(),
                    reason.first());
        }

        private static void put(Map<String, String> facts, String name, @Nullable String value) {
            if (value != null) {
                facts.put(name, value);
            }
        }
    }
}
