package org.gongxue.reward.audit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.gongxue.reward.assess.Assessment;
import org.gongxue.reward.audit.WhatIfResult.LearnerLine;
import org.gongxue.reward.audit.WhatIfResult.Line;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.quota.QuotaCells;
import org.jspecify.annotations.Nullable;

/** Adds up what every entitlement is owed under one policy and would be under another. */
final class WhatIfSums {

    /** Something that is summed over. */
    private static final class Sum {
        private long entitlements;
        private long beforeFen;
        private long afterFen;

        private void add(long before, long after) {
            entitlements++;
            beforeFen = Math.addExact(beforeFen, before);
            afterFen = Math.addExact(afterFen, after);
        }

        private Line line(String key) {
            return new Line(key, entitlements, beforeFen, afterFen, Math.subtractExact(afterFen, beforeFen));
        }
    }

    private static final Comparator<LearnerLine> BY_SIZE = Comparator.comparingLong(
                    (LearnerLine line) -> Math.abs(line.differenceFen()))
            .thenComparing(LearnerLine::entitlementId, Comparator.reverseOrder());

    private final WhatIf.Question question;
    private final Sum whole = new Sum();
    private final Map<String, Sum> byGroup = new TreeMap<>();
    private final Map<String, Sum> byFund = new TreeMap<>();
    private final Map<String, Sum> byCell = new TreeMap<>();
    private final Map<String, Sum> byUnit = new TreeMap<>();
    private final PriorityQueue<LearnerLine> largest = new PriorityQueue<>(BY_SIZE);
    private long changed;

    WhatIfSums(WhatIf.Question question) {
        this.question = question;
    }

    /**
     * An entitlement under both policies.
     *
     * @param owed what the other policy would owe; null for nothing
     */
    void add(EntitlementState state, @Nullable String group, Assessment.@Nullable Owed owed) {
        var before = WhatIf.isGranted(state) ? state.amountFen() : 0;
        var after = owed == null ? 0 : owed.computation().amountFen();
        whole.add(before, after);
        sum(byGroup, group == null ? "*" : group).add(before, after);
        sum(byUnit, state.unitId()).add(before, after);
        var cell = state.quotaCell();
        if (cell != null) {
            sum(byCell, QuotaCells.cellId(cell)).add(before, after);
        }
        addFunds(state, owed);
        if (before != after) {
            changed++;
            largest.add(new LearnerLine(
                    state.learnerId(), state.entitlementId(), before, after, Math.subtractExact(after, before)));
            if (largest.size() > WhatIfResult.LEARNERS_MAX) {
                largest.poll();
            }
        }
    }

    private void addFunds(EntitlementState state, Assessment.@Nullable Owed owed) {
        var shares = new HashMap<String, long[]>();
        if (WhatIf.isGranted(state)) {
            state.shares().forEach(s -> shares.computeIfAbsent(s.fundId(), _ -> new long[2])[0] += s.amountFen());
        }
        if (owed != null) {
            owed.shares().forEach(s -> shares.computeIfAbsent(s.fundId(), _ -> new long[2])[1] += s.amountFen());
        }
        shares.forEach((fund, fen) -> sum(byFund, fund).add(fen[0], fen[1]));
    }

    private static Sum sum(Map<String, Sum> sums, String key) {
        return sums.computeIfAbsent(key, _ -> new Sum());
    }

    WhatIfResult result() {
        return new WhatIfResult(
                question.policy().policyId(),
                question.policy().version(),
                question.insteadOf(),
                question.group(),
                whole.entitlements,
                changed,
                whole.beforeFen,
                whole.afterFen,
                Math.subtractExact(whole.afterFen, whole.beforeFen),
                lines(byGroup),
                lines(byFund),
                lines(byCell),
                lines(byUnit),
                largest.stream().sorted(BY_SIZE.reversed()).toList());
    }

    private static List<Line> lines(Map<String, Sum> sums) {
        return sums.entrySet().stream().map(e -> e.getValue().line(e.getKey())).toList();
    }
}
