package org.gongxue.reward.assess.v1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gongxue.events.reward.FundShare;
import org.gongxue.reward.policy.PolicyDocument.Payer;

/** Divides an amount among funds (stacked co-funding). */
final class Shares {

    private Shares() {}

    /**
     * What each fund of the year pays, in the policy's order: its share rounded down to whole fen, and one fen more to
     * those with the largest remainders, the earlier one where remainders are equal, until the amount is reached. A fund
     * that pays nothing is not named.
     *
     * @param payers their shares come to the whole
     */
    static List<FundShare> split(long amountFen, List<Payer> payers, int year) {
        var parts = payers.stream()
                .mapToLong(p -> Math.multiplyExact(amountFen, p.of()) / p.in())
                .toArray();
        var rest = amountFen
                - IntStream.range(0, parts.length).mapToLong(i -> parts[i]).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing(i -> payers.get(i), byRemainder(amountFen)))
                .limit(rest)
                .forEach(i -> parts[i]++);
        var shares = new ArrayList<FundShare>();
        for (var i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                shares.add(new FundShare(payers.get(i).prefix() + "-" + year, parts[i]));
            }
        }
        return List.copyOf(shares);
    }

    /** The largest remainder first; remainders are fractions of a fen with different denominators. */
    private static Comparator<Payer> byRemainder(long amountFen) {
        return (a, b) -> Long.compare((amountFen * b.of() % b.in()) * a.in(), (amountFen * a.of() % a.in()) * b.in());
    }
}
