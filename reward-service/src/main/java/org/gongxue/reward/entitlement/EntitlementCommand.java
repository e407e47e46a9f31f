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

    /**
     * The current input opens an entitlement under every policy whose source event it is.
     *
     * @param basis the stream of facts that it informs
     */
    record OpenEntitlements(String sourceEvent, StreamId basis) implements EntitlementCommand {}

    /** The current input is a fact on this stream; entitlements that hang on it are assessed again. */
    record LearnFact(StreamId basis) implements EntitlementCommand {}

    /**
     * The current input tells of a learner; entitlements that could not be opened without are opened now.
     *
     * @param subject what the learner signs in as; null who does not
     */
    record MeetLearner(String learnerId, @Nullable String subject) implements EntitlementCommand {}

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
