package org.gongxue.events.reward;

import java.util.List;

/** Refused, with every reason; a refusal is a fact. {@code refusedBy} is the policy's own id or the officer's subject. */
public record EntitlementRefused(String entitlementId, List<EntitlementReason> reasons, String refusedBy)
        implements EntitlementEvent {

    public EntitlementRefused {
        reasons = List.copyOf(reasons);
    }
}
