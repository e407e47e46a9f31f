package org.gongxue.events.reward;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an amount was worked out, so that a page can print it (算法).
 *
 * @param terms what was added and subtracted; for a table the one row's amount under the row's name
 * @param shareOf the numerator of the share that is paid, 1 for all
 * @param shareIn the denominator of that share; the share is rounded down to whole fen
 * @param beforeCapFen the share of the sum
 * @param capFen the most that is paid; null for a table, whose rows are the bound
 * @param amountFen what is owed
 */
public record Computation(
        List<AmountTerm> terms,
        int shareOf,
        int shareIn,
        long beforeCapFen,
        @Nullable Long capFen,
        long amountFen) {

    public Computation {
        terms = List.copyOf(terms);
    }
}
