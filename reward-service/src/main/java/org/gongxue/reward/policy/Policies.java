package org.gongxue.reward.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongxue.eventlog.StreamType;
import org.gongxue.events.reward.PolicyEvent;
import org.gongxue.events.reward.PolicyListed;
import org.gongxue.events.reward.PolicyProposed;
import org.gongxue.events.reward.PolicyPublished;
import org.jspecify.annotations.Nullable;

/** Policy versions, and per source event the list of those that are published. */
public final class Policies {

    /**
     * One version of one policy.
     *
     * @param document the canonical JSON, absent before it is proposed
     * @param proposedBy the maker
     * @param publishedBy the checker, absent before it is published
     */
    public record PolicyState(
            @Nullable String document,
            @Nullable String digest,
            @Nullable String proposedBy,
            @Nullable String publishedBy) {

        /**
         * The document.
         *
         * @throws IllegalStateException if nothing was proposed, which is a bug of the caller
         */
        public PolicyDocument policy() {
            if (document == null) {
                throw new IllegalStateException("no such policy version");
            }
            return ParsedPolicies.of(document);
        }
    }

    /** The published versions that one source event selects from. */
    public record RegisterState(List<PolicyListed> listed) {

        public RegisterState {
            listed = List.copyOf(listed);
        }

        /** Whether a listed version is for a source with this date. */
        public static boolean covers(PolicyListed listed, LocalDate date) {
            return !date.isBefore(listed.validFrom()) && !date.isAfter(listed.validUntil());
        }
    }

    /** Policy versions, by {@link #versionId}. */
    public static final StreamType<PolicyState> POLICY =
            StreamType.of("policy", PolicyState.class, 1, new PolicyState(null, null, null, null), Policies::evolve);

    /** Published versions, by source event. */
    public static final StreamType<RegisterState> REGISTER =
            StreamType.of("policy-register", RegisterState.class, 1, new RegisterState(List.of()), Policies::list);

    private Policies() {}

    /** The stream id of a policy version. */
    public static String versionId(String policyId, int version) {
        return policyId + "." + version;
    }

    private static PolicyState evolve(PolicyState state, Object event) {
        return switch ((PolicyEvent) event) {
            case PolicyProposed e -> new PolicyState(e.document(), e.digest(), e.proposedBy(), null);
            case PolicyPublished e ->
                new PolicyState(state.document(), state.digest(), state.proposedBy(), e.publishedBy());
        };
    }

    private static RegisterState list(RegisterState state, Object event) {
        var listed = new ArrayList<>(state.listed());
        listed.add((PolicyListed) event);
        return new RegisterState(listed);
    }
}
