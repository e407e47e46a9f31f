package org.gongxue.reward.policy;

import static org.gongxue.reward.policy.Faults.fact;
import static org.gongxue.reward.policy.Faults.firstOf;
import static org.gongxue.reward.policy.Faults.refuse;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.gongxue.eventlog.Refusal;
import org.gongxue.reward.fact.FactType;
import org.gongxue.reward.policy.PolicyDocument.Payer;

/** Checks the funds of a policy: each once, and their shares come to the whole. */
final class FundCheck {

    private FundCheck() {}

    /** The first fault. */
    static Optional<Refusal> fault(PolicyDocument policy) {
        var payers = policy.funds().from();
        return firstOf(
                () -> fact(policy, policy.funds().yearBy(), FactType.DAY, "/funds/yearBy"),
                () -> twice(payers),
                () -> whole(payers));
    }

    private static Optional<Refusal> twice(List<Payer> payers) {
        var prefixes = new HashSet<String>();
        return payers.stream()
                .filter(payer -> !prefixes.add(payer.prefix()))
                .findFirst()
                .flatMap(payer -> refuse("POLICY_FUND_TWICE", "/funds/from", payer.prefix(), "1"));
    }

    /** The shares over a common denominator, all denominators multiplied; exact however many there are. */
    private static Optional<Refusal> whole(List<Payer> payers) {
        var common = payers.stream().map(p -> BigInteger.valueOf(p.in())).reduce(BigInteger.ONE, BigInteger::multiply);
        var sum = payers.stream()
                .map(p -> common.divide(BigInteger.valueOf(p.in())).multiply(BigInteger.valueOf(p.of())))
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.equals(common)) {
            return Optional.empty();
        }
        var divisor = sum.gcd(common);
        var shown = String.join(
                " + ", payers.stream().map(p -> p.of() + "/" + p.in()).toList());
        return refuse(
                "POLICY_SHARES",
                "/funds/from",
                shown + " = " + sum.divide(divisor) + "/" + common.divide(divisor),
                "1");
    }
}
