package org.gongxue.events.reward;

import java.time.LocalDate;

/**
 * A published policy stands in the list that its source event opens entitlements from. The fact named by
 * {@code validityFact} selects the version: its date lies from {@code validFrom} to {@code validUntil}, both inclusive.
 */
public record PolicyListed(
        String sourceEvent,
        String policyId,
        int policyVersion,
        String validityFact,
        LocalDate validFrom,
        LocalDate validUntil)
        implements RewardEvent {}
