package org.gongxue.reward.policy;

import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.reward.RewardCommand;

/** What may be done to policies. */
public sealed interface PolicyCommand extends RewardCommand {

    @Override
    default StreamId home() {
        return PolicyDecider.home(this);
    }

    @Override
    default Decision decide(View view) {
        return PolicyDecider.decide(view, this);
    }

    /**
     * The maker proposes a version. A draft may be proposed again, with other content, until it is published.
     *
     * @param document canonical JSON of the right shape
     */
    record ProposePolicy(String policyId, int version, String document) implements PolicyCommand {}

    /**
     * Another person publishes exactly the version that was proposed.
     *
     * @param digest of the document this person checked
     */
    record PublishPolicy(String policyId, int version, String digest) implements PolicyCommand {}

    /** The answer to both: the version with the digest of its document. */
    record PolicyAnswer(String policyId, int version, String digest, String state) {}
}
