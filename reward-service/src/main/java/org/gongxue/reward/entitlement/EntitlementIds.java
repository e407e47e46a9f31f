package org.gongxue.reward.entitlement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongxue.eventlog.StreamId;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.CanonicalJson;
import org.gongxue.reward.policy.PolicyDocument;

/** Ids that follow from facts alone, so that a replay gives the same ones. */
public final class EntitlementIds {

    private EntitlementIds() {}

    /**
     * The entitlement that one event of another service opens under one policy: a graduation can be told again, and is
     * another one then.
     */
    static String entitlement(String policyId, String source, long index) {
        return id(policyId + " " + source + " " + index);
    }

    /** The entitlement that an outcome opens under one policy: it is judged once, whenever its learner is heard of. */
    static String entitlement(String policyId, StreamId outcome) {
        return id(policyId + " " + outcome);
    }

    private static String id(String of) {
        return "E-" + CanonicalJson.digest(of).substring(0, 16);
    }

    /** The business facts an entitlement claims: per key of the policy, the policy's id and a digest of the values. */
    static List<String> businessKeys(PolicyDocument policy, Map<String, FactValue> facts) {
        return policy.businessKeys().stream()
                .map(names -> businessKey(policy, names, facts))
                .toList();
    }

    /**
     * One business fact of a policy.
     *
     * @param names the facts that count together; all must be known
     */
    public static String businessKey(PolicyDocument policy, List<String> names, Map<String, FactValue> facts) {
        return policy.policyId() + "." + digest(names, facts);
    }

    private static String digest(List<String> names, Map<String, FactValue> facts) {
        var parts = new ArrayList<String>();
        for (var name : names) {
            var value = facts.get(name);
            if (value == null) {
                throw new IllegalStateException("a business key needs " + name);
            }
            var text = value.text();
            parts.add(name + "=" + text.getBytes(StandardCharsets.UTF_8).length + ":" + text);
        }
        return CanonicalJson.digest(String.join(",", parts)).substring(0, 32);
    }
}
