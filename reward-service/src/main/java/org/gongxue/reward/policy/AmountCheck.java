package org.gongxue.reward.policy;

import static org.gongxue.reward.policy.Faults.fact;
import static org.gongxue.reward.policy.Faults.firstOf;
import static org.gongxue.reward.policy.Faults.refuse;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongxue.eventlog.Refusal;
import org.gongxue.reward.fact.FactType;
import org.gongxue.reward.policy.PolicyDocument.Amount;
import org.gongxue.reward.policy.PolicyDocument.Cap;
import org.gongxue.reward.policy.PolicyDocument.Group;
import org.gongxue.reward.policy.PolicyDocument.Sum;

/** Checks how a policy works the amount out: bounded, by facts it can ask about, with a row for every case. */
final class AmountCheck {

    private AmountCheck() {}

    /** The first fault. */
    static Optional<Refusal> fault(PolicyDocument policy, Possibility search) {
        return switch (policy.amount()) {
            case Amount.Formula formula -> formula(policy, formula);
            case Amount.Table table ->
                firstOf(
                        () -> columns(policy, table),
                        () -> rows(policy, table),
                        () -> missingRow(policy, table, search));
        };
    }

    private static Optional<Refusal> formula(PolicyDocument policy, Amount.Formula formula) {
        if (formula.shareOf() > formula.shareIn()) {
            return refuse("POLICY_SHARE_ABOVE_ALL", "/amount/share", formula.shareOf() + "/" + formula.shareIn(), "1");
        }
        var cap = formula.cap();
        if (cap == null) {
            return refuse("POLICY_AMOUNT_UNBOUNDED", "/amount/cap", "", "cap");
        }
        return firstOf(
                () -> fen(policy, formula.sum(), "/amount/sum"),
                () -> cap instanceof Cap.OfFacts of ? fen(policy, of.sum(), "/amount/cap") : Optional.empty());
    }

    private static Optional<Refusal> fen(PolicyDocument policy, Sum sum, String place) {
        return Stream.concat(sum.plus().stream(), sum.minus().stream())
                .map(fact -> fact(policy, fact, FactType.FEN, place))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> columns(PolicyDocument policy, Amount.Table table) {
        var seen = new HashSet<String>();
        for (var by : table.by()) {
            var place = "/amount/table/by/" + seen.size();
            if (!seen.add(by)) {
                return refuse("POLICY_ROW_UNFIT", place, by, String.join(", ", table.by()));
            }
            if (by.equals(Cases.GROUP)) {
                if (policy.groups().isEmpty()) {
                    return refuse("POLICY_GROUP_UNKNOWN", place, by, "groups");
                }
                continue;
            }
            var fault = fact(policy, by, place);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> rows(PolicyDocument policy, Amount.Table table) {
        var groups = policy.groups().stream().map(Group::name).toList();
        var seen = new HashSet<List<String>>();
        for (var row : table.rows()) {
            var place = "/amount/table/rows/" + seen.size();
            var shown = String.join(", ", row.when());
            if (row.when().size() != table.by().size()) {
                return refuse("POLICY_ROW_UNFIT", place, shown, String.join(", ", table.by()));
            }
            for (var i = 0; i < row.when().size(); i++) {
                var by = table.by().get(i);
                var value = row.when().get(i);
                if (by.equals(Cases.GROUP) && !groups.contains(value)) {
                    return refuse("POLICY_GROUP_UNKNOWN", place, value, String.join(", ", groups));
                }
                if (!by.equals(Cases.GROUP) && Cases.value(by, value).isEmpty()) {
                    return refuse("POLICY_ROW_UNFIT", place, value, by);
                }
            }
            if (!seen.add(row.when())) {
                return refuse("POLICY_ROW_TWICE", place, shown, "1");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> missingRow(PolicyDocument policy, Amount.Table table, Possibility search) {
        var rows = new HashSet<List<String>>();
        table.rows().forEach(row -> rows.add(row.when()));
        return Cases.without(rows, policy, table.by(), search)
                .findFirst()
                .flatMap(key -> refuse(
                        "POLICY_ROW_MISSING",
                        "/amount/table/rows",
                        String.join(", ", key),
                        String.join(", ", table.by())));
    }
}
