package org.gongxue.reward.assess.v2;

import java.util.List;
import java.util.Map;
import org.gongxue.events.reward.Computation;
import org.gongxue.events.reward.FundShare;
import org.gongxue.reward.assess.Assessment;
import org.gongxue.reward.assess.v1.AssessV1;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.PolicyDocument;

/** A second assessor, as a later release may bring it: it owes half of what the first one owes, out of one fund. */
public final class AssessV2 {

    private AssessV2() {}

    public static Assessment assess(PolicyDocument policy, Map<String, FactValue> facts) {
        return AssessV1.assess(policy, facts) instanceof Assessment.Owed owed
                ? half(owed)
                : AssessV1.assess(policy, facts);
    }

    private static Assessment half(Assessment.Owed owed) {
        var first = owed.computation();
        var fen = first.amountFen() / 2;
        return new Assessment.Owed(
                owed.conditions(),
                owed.group(),
                owed.quotaCell(),
                List.of(new FundShare(owed.fundId(), fen)),
                new Computation(first.terms(), 1, 2, fen, null, fen));
    }
}
