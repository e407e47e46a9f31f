package org.gongxue.events.reward;

import java.util.List;

/**
 * An entitlement hangs on facts about an enrollment: it is assessed again when one comes. {@code missing} are those not
 * heard of yet, none when it could be decided.
 */
public record FactsAwaited(String enrollmentId, String entitlementId, List<String> missing) implements RewardEvent {

    public FactsAwaited {
        missing = List.copyOf(missing);
    }
}
