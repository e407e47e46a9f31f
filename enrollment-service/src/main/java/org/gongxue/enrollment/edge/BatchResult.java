package org.gongxue.enrollment.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gongxue.enrollment.Settled;
import org.gongxue.eventlog.Outcome;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.Problem;
import org.jspecify.annotations.Nullable;

/** The answer to a batch: one result an item, in the items' order. */
public record BatchResult(List<ItemResult> results) {

    /** The most items of a batch. */
    public static final int ITEMS_MAX = 500;

    /**
     * What became of one item.
     *
     * @param ordinal the item's place in the request, from 0
     * @param status accepted, duplicate or refused
     * @param id what it is about from now on
     * @param index the first event it made in this service's log
     * @param of what a duplicate repeats
     * @param problem why it was refused, or what goes with an acceptance (a number on the waitlist)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemResult(
            int ordinal,
            String status,
            @Nullable String id,
            @Nullable Long index,
            @Nullable String of,
            @Nullable Problem problem) {

        /** The result of a command whose answer is {@link Settled}. */
        public static ItemResult of(int ordinal, Outcome outcome, Locale locale) {
            var refusal = outcome.refusal();
            if (refusal != null) {
                return refused(ordinal, Problem.of(refusal, locale));
            }
            var settled = Commands.answer(outcome, Settled.class);
            return new ItemResult(
                    ordinal,
                    settled.standing().name().toLowerCase(Locale.ROOT),
                    settled.id(),
                    outcome.lastIndex() >= outcome.firstIndex() ? outcome.firstIndex() : null,
                    settled.first(),
                    settled.code() == null ? null : Problem.of(settled.refusal(), locale));
        }

        /** An item that never became a command. */
        public static ItemResult refused(int ordinal, Problem problem) {
            return new ItemResult(ordinal, "refused", null, null, null, problem);
        }
    }

    /** The results of commands in their order. */
    public static BatchResult of(List<Outcome> outcomes, Locale locale) {
        return new BatchResult(IntStream.range(0, outcomes.size())
                .mapToObj(i -> ItemResult.of(i, outcomes.get(i), locale))
                .toList());
    }
}
