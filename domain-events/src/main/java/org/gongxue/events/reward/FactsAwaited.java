package org.gongxue.events.reward;

import java.util.List;

/**
 * An entitlement hangs on the facts of {@code basis}, a stream such as {@code fact/EN-1}: it is assessed again when one comes. {@code missing} are those not
 * heard of yet, none when it could be decided.
 */
public record FactsAwaited(String basis, String entitlementId, List<String> missing) implements RewardEvent {

    public FactsAwaited {
        missing = List.copyOf(missing);
    }
}
