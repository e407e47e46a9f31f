package org.gongxue.events.reward;

import java.util.List;

/**
 * 应享待遇 opened by an event of another service under a policy version. {@code businessKeys} are the facts that
 * are rewarded once each; {@code basis} is the stream
 * of facts it hangs on, such as {@code outcome/O-1}; {@code source} and {@code sourceIndex} are the opening event's place in its own log; {@code unitPath}
 * runs from the root of the union tree to the learner's unit as known then.
 */
public record EntitlementOpened(
        String entitlementId,
        String policyId,
        int policyVersion,
        String learnerId,
        String basis,
        String unitId,
        List<String> unitPath,
        List<String> businessKeys,
        String source,
        long sourceIndex)
        implements EntitlementEvent {

    public EntitlementOpened {
        unitPath = List.copyOf(unitPath);
        businessKeys = List.copyOf(businessKeys);
    }
}
