package org.gongxue.events.reward;

import java.util.List;

/** An entitlement waits for facts about an enrollment that have not been heard of; it is assessed again when one comes. */
public record FactsAwaited(String enrollmentId, String entitlementId, List<String> missing) implements RewardEvent {

    public FactsAwaited {
        missing = List.copyOf(missing);
    }
}
