package org.gongxue.creditbank.outcome.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.gongxue.creditbank.outcome.DepositOutcome;
import org.gongxue.creditbank.outcome.OutcomeState;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.Problem;
import org.jspecify.annotations.Nullable;

/** The answer to a batch of deposits: one result an item, in the items' order. */
public record DepositBatchResult(List<ItemResult> results) {

    /** The most items of a batch. */
    public static final int ITEMS_MAX = 500;

    private static final String DUPLICATE = "DUPLICATE";

    /**
     * What became of one item.
     *
     * @param ordinal the item's place in the request, from 0
     * @param status accepted, duplicate or refused
     * @param outcomeId the outcome, absent when nothing was deposited
     * @param index the first event it made in this service's log
     * @param of the outcome that a duplicate repeats
     * @param state recognized or refused, absent when nothing was deposited
     * @param reasons why the outcome was refused
     * @param problem why nothing was deposited
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemResult(
            int ordinal,
            String status,
            @Nullable String outcomeId,
            @Nullable String learnerId,
            @Nullable Long index,
            @Nullable String of,
            @Nullable String state,
            @Nullable List<ReasonView> reasons,
            @Nullable Problem problem) {

        static ItemResult of(int ordinal, Outcome outcome, Locale locale) {
            var refusal = outcome.refusal();
            if (refusal != null) {
                return refused(ordinal, refusal, locale);
            }
            var deposited = Commands.answer(outcome, DepositOutcome.Deposited.class);
            var answer = DepositAnswer.of(deposited, locale);
            var first = first(deposited);
            return new ItemResult(
                    ordinal,
                    status(deposited, first),
                    answer.outcomeId(),
                    answer.learnerId(),
                    outcome.firstIndex(),
                    first,
                    answer.state(),
                    answer.reasons(),
                    null);
        }

        /** An item of which nothing was deposited. */
        static ItemResult refused(int ordinal, Refusal refusal, Locale locale) {
            return new ItemResult(ordinal, "refused", null, null, null, null, null, null, Problem.of(refusal, locale));
        }

        private static String status(DepositOutcome.Deposited deposited, @Nullable String first) {
            if (deposited.state() == OutcomeState.RECOGNIZED) {
                return "accepted";
            }
            return first == null ? "refused" : "duplicate";
        }

        /** The outcome it repeats, when that is all there is against it. */
        private static @Nullable String first(DepositOutcome.Deposited deposited) {
            var reasons = deposited.reasons();
            return reasons.size() == 1 && reasons.getFirst().code().equals(DUPLICATE)
                    ? reasons.getFirst().cites()
                    : null;
        }
    }
}
