package org.gongxue.reward.entitlement;

import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.reward.RewardCommand;
import org.jspecify.annotations.Nullable;

/** What opens and moves entitlements. */
public sealed interface EntitlementCommand extends RewardCommand {

    @Override
    default StreamId home() {
        return EntitlementDecider.home(this);
    }

    @Override
    default Decision decide(View view) {
        return EntitlementDecider.decide(view, this);
    }

    /** The current input opens an entitlement under every policy whose source event it is. */
    record OpenEntitlements(String sourceEvent, String enrollmentId) implements EntitlementCommand {}

    /** The current input is a fact about an enrollment; entitlements that waited for one are assessed again. */
    record LearnAboutEnrollment(String enrollmentId) implements EntitlementCommand {}

    /**
     * An officer approves or refuses what the policy leaves to an officer.
     *
     * @param reasonCode why not; needed for a refusal
     */
    record JudgeEntitlement(
            String entitlementId, boolean approve, @Nullable String reasonCode) implements EntitlementCommand {}

    /** The answer to a judgement. */
    record JudgedAnswer(String entitlementId, String state) {}
}
