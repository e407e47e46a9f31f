package org.gongxue.reward.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.reward.PolicyListed;
import org.gongxue.events.reward.PolicyProposed;
import org.gongxue.events.reward.PolicyPublished;
import org.gongxue.reward.authority.Staff;
import org.gongxue.reward.policy.PolicyCommand.PolicyAnswer;
import org.gongxue.reward.policy.PolicyCommand.ProposePolicy;
import org.gongxue.reward.policy.PolicyCommand.PublishPolicy;

/** Decides about policies: nobody binds the union to pay alone, and nothing is published that cannot be carried out. */
final class PolicyDecider {

    /** A policy longer than this, in bytes of canonical JSON, is not one rule but many; a state has to hold it. */
    static final int DOCUMENT_BYTES_MAX = 10_000;

    /** The most published versions that one source event may select from: a state has to hold their list. */
    static final int LISTED_MAX = 60;

    private PolicyDecider() {}

    /** The stream a refusal is recorded on. */
    static StreamId home(PolicyCommand command) {
        return switch (command) {
            case ProposePolicy c -> Policies.POLICY.id(Policies.versionId(c.policyId(), c.version()));
            case PublishPolicy c -> Policies.POLICY.id(Policies.versionId(c.policyId(), c.version()));
        };
    }

    /** What becomes of a command. */
    static Decision decide(View view, PolicyCommand command) {
        var forbidden = Staff.mayAct(view, StaffRole.ADMINISTRATOR);
        if (forbidden.isPresent()) {
            return Decision.refused(forbidden.get());
        }
        return switch (command) {
            case ProposePolicy c -> propose(view, c);
            case PublishPolicy c -> publish(view, c);
        };
    }

    private static Decision propose(View view, ProposePolicy command) {
        var id = Policies.versionId(command.policyId(), command.version());
        if (view.state(Policies.POLICY, id).publishedBy() != null) {
            return Decision.refused(Refusal.conflict("POLICY_PUBLISHED", "/version", id, null));
        }
        var bytes = command.document().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > DOCUMENT_BYTES_MAX) {
            return Decision.refused(Refusal.invalid(
                    "POLICY_TOO_LONG", null, Integer.toString(bytes), Integer.toString(DOCUMENT_BYTES_MAX)));
        }
        var fault = fault(view, command.document());
        if (fault.isPresent()) {
            return Decision.refused(fault.get());
        }
        var digest = CanonicalJson.digest(command.document());
        var proposed = new PolicyProposed(
                command.policyId(), command.version(), command.document(), digest, Staff.subject(view));
        return Decision.accepted(
                List.of(NewEvent.of(Policies.POLICY.id(id), proposed)),
                new PolicyAnswer(command.policyId(), command.version(), digest, "draft"));
    }

    private static Decision publish(View view, PublishPolicy command) {
        var id = Policies.versionId(command.policyId(), command.version());
        var state = view.state(Policies.POLICY, id);
        var digest = state.digest();
        var document = state.document();
        if (digest == null || document == null) {
            return Decision.refused(Refusal.notFound("POLICY_UNKNOWN", "version", id));
        }
        if (state.publishedBy() != null) {
            return Decision.refused(Refusal.conflict("POLICY_PUBLISHED", "/version", id, null));
        }
        if (Staff.subject(view).equals(state.proposedBy())) {
            return Decision.refused(Staff.makerIsChecker());
        }
        if (!command.digest().equals(digest)) {
            return Decision.refused(Refusal.conflict("POLICY_CHANGED", "digest", command.digest(), digest));
        }
        var fault = fault(view, document);
        if (fault.isPresent()) {
            return Decision.refused(fault.get());
        }
        var policy = state.policy();
        if (view.state(Policies.REGISTER, policy.source()).listed().size() >= LISTED_MAX) {
            return Decision.refused(
                    Refusal.conflict("POLICY_LIST_FULL", "/source", policy.source(), Integer.toString(LISTED_MAX)));
        }
        var validity = policy.validity();
        var listed = new PolicyListed(
                policy.source(), policy.policyId(), policy.version(), validity.by(), validity.from(), validity.until());
        return Decision.accepted(
                List.of(
                        NewEvent.of(
                                Policies.POLICY.id(id),
                                new PolicyPublished(policy.policyId(), policy.version(), digest, Staff.subject(view))),
                        NewEvent.of(Policies.REGISTER.id(policy.source()), listed)),
                new PolicyAnswer(policy.policyId(), policy.version(), digest, "published"));
    }

    private static Optional<Refusal> fault(View view, String document) {
        PolicyDocument policy;
        try {
            policy = PolicyReader.read(document);
        } catch (PolicyUnreadableException e) {
            return Optional.of(Refusal.invalid("POLICY_UNREADABLE", e.place(), e.value(), e.needed()));
        }
        return PolicyCheck.fault(policy).or(() -> VersionCheck.fault(view, policy));
    }
}
