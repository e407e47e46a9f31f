package org.gongxue.reward.assess;

import java.util.List;
import org.gongxue.events.reward.Computation;
import org.gongxue.events.reward.ConditionResult;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.events.reward.FundShare;
import org.gongxue.events.reward.QuotaCell;
import org.jspecify.annotations.Nullable;

/** What an assessment found. Every condition is there with its values, whatever the finding. */
public sealed interface Assessment {

    /** All conditions of the policy, in its order. */
    List<ConditionResult> conditions();

    /** Something speaks against it; all of it is named. */
    record Refused(List<ConditionResult> conditions, List<EntitlementReason> reasons) implements Assessment {
        public Refused {
            conditions = List.copyOf(conditions);
            reasons = List.copyOf(reasons);
        }
    }

    /** Nothing speaks against it yet, but these facts have not been heard of. */
    record Pending(List<ConditionResult> conditions, List<String> missing) implements Assessment {
        public Pending {
            conditions = List.copyOf(conditions);
            missing = List.copyOf(missing);
        }
    }

    /** So much is owed from these funds, the leading one first, if there is a place in that cell; null without a quota. */
    record Owed(
            List<ConditionResult> conditions,
            @Nullable String group,
            @Nullable QuotaCell quotaCell,
            List<FundShare> shares,
            Computation computation)
            implements Assessment {
        public Owed {
            conditions = List.copyOf(conditions);
            shares = List.copyOf(shares);
        }

        /** The leading fund. */
        public String fundId() {
            return shares.getFirst().fundId();
        }
    }
}
