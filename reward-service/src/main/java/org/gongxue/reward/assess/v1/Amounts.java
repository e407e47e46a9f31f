package org.gongxue.reward.assess.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongxue.events.reward.AmountTerm;
import org.gongxue.events.reward.Computation;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.PolicyDocument.Amount;
import org.gongxue.reward.policy.PolicyDocument.Cap;
import org.gongxue.reward.policy.PolicyDocument.Sum;
import org.jspecify.annotations.Nullable;

/** Works an amount out, in whole fen. */
final class Amounts {

    private Amounts() {}

    /** The amount; null when a fact is missing (it is added to {@code missing}) or no row of the table fits. */
    static @Nullable Computation work(
            Amount amount, @Nullable String group, Map<String, FactValue> facts, Set<String> missing) {
        return switch (amount) {
            case Amount.Formula formula -> formula(formula, facts, missing);
            case Amount.Table table -> table(table, group, facts, missing);
        };
    }

    private static @Nullable Computation formula(
            Amount.Formula formula, Map<String, FactValue> facts, Set<String> missing) {
        var terms = terms(formula.sum(), facts, missing);
        var capFen = capFen(formula.cap(), facts, missing);
        if (terms == null || capFen == null) {
            return null;
        }
        var sumFen = Math.max(0, total(terms));
        var shareFen = Math.floorDiv(Math.multiplyExact(sumFen, formula.shareOf()), formula.shareIn());
        return new Computation(
                terms, formula.shareOf(), formula.shareIn(), shareFen, capFen, Math.min(shareFen, capFen));
    }

    private static @Nullable Long capFen(@Nullable Cap cap, Map<String, FactValue> facts, Set<String> missing) {
        return switch (cap) {
            case null -> throw new IllegalStateException("a published policy has no cap");
            case Cap.Fixed fixed -> fixed.fen();
            case Cap.OfFacts of -> {
                var terms = terms(of.sum(), facts, missing);
                yield terms == null ? null : Math.max(0, total(terms));
            }
        };
    }

    private static @Nullable List<AmountTerm> terms(Sum sum, Map<String, FactValue> facts, Set<String> missing) {
        var terms = new ArrayList<AmountTerm>();
        var complete = add(sum.plus(), 1, facts, missing, terms);
        return add(sum.minus(), -1, facts, missing, terms) && complete ? terms : null;
    }

    private static boolean add(
            List<String> names, int sign, Map<String, FactValue> facts, Set<String> missing, List<AmountTerm> terms) {
        var complete = true;
        for (var name : names) {
            if (facts.get(name) instanceof FactValue.Whole fen) {
                terms.add(new AmountTerm(name, Math.multiplyExact(sign, fen.number())));
            } else {
                missing.add(name);
                complete = false;
            }
        }
        return complete;
    }

    private static long total(List<AmountTerm> terms) {
        return terms.stream().mapToLong(AmountTerm::amountFen).reduce(0, Math::addExact);
    }

    private static @Nullable Computation table(
            Amount.Table table, @Nullable String group, Map<String, FactValue> facts, Set<String> missing) {
        var key = new ArrayList<String>();
        for (var by : table.by()) {
            var fact = facts.get(by);
            if (by.equals("group")) {
                key.add(group == null ? "" : group);
            } else if (fact == null) {
                missing.add(by);
            } else {
                key.add(fact.text());
            }
        }
        return table.rows().stream()
                .filter(row -> row.when().equals(key))
                .findFirst()
                .map(row -> new Computation(
                        List.of(new AmountTerm(String.join("/", key), row.fen())), 1, 1, row.fen(), null, row.fen()))
                .orElse(null);
    }
}
