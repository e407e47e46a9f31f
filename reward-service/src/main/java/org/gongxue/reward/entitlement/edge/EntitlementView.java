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
import org.gongxue.reward.fact.FactVocabulary;
import org.gongxue.reward.fact.edge.FactWording;
import org.jspecify.annotations.Nullable;

/**
 * An entitlement as it is shown. Money in fen; texts in the reader's language.
 *
 * @param basis the stream of facts it hangs on
 * @param state pending, waitlisted, approved, refused, in-payment, paid, returned, expired, cancelled, recovering or
 *     recovered
 * @param waiting what it waits for: {@code facts}, {@code officer}, {@code place}, {@code fund}, {@code payee-account} or
 *     {@code bank}
 * @param line the line it stands in while waitlisted: {@code quota} or {@code fund}
 * @param position the number it was given in that line
 * @param ahead how many stand before it there; absent in lists
 * @param quota the cell whose place it needs, absent for a policy without places
 * @param shares what each fund pays, the leading one first
 * @param revoked what it was opened on was revoked at its source
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
        int year,
        String state,
        @Nullable String waiting,
        @Nullable String line,
        @Nullable Integer position,
        @Nullable Long ahead,
        long amountFen,
        @Nullable String fundId,
        @Nullable String group,
        @Nullable QuotaView quota,
        List<ShareView> shares,
        @Nullable ComputationView computation,
        @Nullable RevokedView revoked,
        List<ConditionResult> conditions,
        List<String> missing,
        List<ReasonView> reasons,
        @Nullable List<Step> timeline,
        @Nullable List<Attempt> attempts) {

    /** The cell it needs a place of, as it stands now; {@code unitId} is {@code *} where places are not divided by unit. */
    public record QuotaView(
            String cellId, String unitId, String unitName, String group, int year, int places, int used) {}

    /** What one fund pays. */
    public record ShareView(String fundId, String fundName, long amountFen) {}

    /** Why and when what it hangs on was revoked. */
    public record RevokedView(String reasonCode, LocalDate on) {}

    /** A step with the log index of its event; {@code line} says which line was joined. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            String state,
            LocalDate on,
            long index,
            @Nullable String line) {}

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

        /** The computation in a language; null for none. */
        public static @Nullable ComputationView of(@Nullable Computation c, Locale locale) {
            if (c == null) {
                return null;
            }
            var terms = c.terms().stream()
                    .map(t -> new Term(t.fact(), Reckoning.label(t.fact(), locale), t.amountFen()))
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

        private static final String CONDITION_FAILED = "CONDITION_FAILED";
        private static final String OUTCOME_REFUSED = "OUTCOME_REFUSED";
        private static final String OUTCOME_REFUSED_CITED = OUTCOME_REFUSED + ".cited";

        /** The reason in a language; a code of a policy's own is told as a failed condition. */
        public static ReasonView of(EntitlementReason reason, Locale locale) {
            var facts = new TreeMap<String, String>();
            put(facts, "rule", reason.rule());
            put(facts, "fact", reason.fact());
            put(facts, "value", said(reason, reason.value(), locale));
            put(facts, "needed", said(reason, reason.needed(), locale));
            put(facts, "article", reason.article());
            put(facts, "first", reason.first());
            var title = Messages.title(reason.code(), locale);
            var ownCode = title.equals(reason.code());
            return new ReasonView(
                    reason.code(),
                    Messages.title(ownCode ? CONDITION_FAILED : reason.code(), locale),
                    Messages.text(ownCode ? CONDITION_FAILED : sentence(reason), facts, locale),
                    reason.rule(),
                    reason.fact(),
                    reason.value(),
                    reason.needed(),
                    reason.article(),
                    reason.first());
        }

        /** What the credit bank refused is told with the earlier fact that stands in the way, if it names one. */
        private static String sentence(EntitlementReason reason) {
            return reason.code().equals(OUTCOME_REFUSED) && reason.first() != null
                    ? OUTCOME_REFUSED_CITED
                    : reason.code();
        }

        /** A value of a policy's fact by its name; others, such as a credit bank's field, as they are. */
        private static @Nullable String said(EntitlementReason reason, @Nullable String values, Locale locale) {
            var fact = reason.fact();
            return fact == null || values == null || FactVocabulary.type(fact).isEmpty()
                    ? values
                    : FactWording.values(fact, values, locale);
        }

        private static void put(Map<String, String> facts, String name, @Nullable String value) {
            if (value != null) {
                facts.put(name, value);
            }
        }
    }
}
