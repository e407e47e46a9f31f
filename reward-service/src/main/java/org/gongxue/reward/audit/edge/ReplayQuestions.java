package org.gongxue.reward.audit.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.reward.audit.ReplayMode;
import org.gongxue.reward.audit.edge.ReplayOptions.Kept;
import org.gongxue.reward.audit.edge.ReplayOptions.Trial;
import org.gongxue.reward.audit.edge.ReplayResource.CheckpointRequest;
import org.gongxue.reward.audit.edge.ReplayResource.ReplayRequest;
import org.gongxue.reward.audit.edge.ReplayResource.WhatIfRequest;
import org.gongxue.reward.policy.CanonicalJson;
import org.gongxue.reward.policy.PolicyReader;
import org.gongxue.reward.policy.PolicyUnreadableException;
import org.gongxue.reward.policy.edge.PolicySchema;
import org.jspecify.annotations.Nullable;

/** Tells whether a replay can be carried out as it is asked for, before a process is started for it. */
@ApplicationScoped
public class ReplayQuestions {

    private final PolicySchema schema;

    ReplayQuestions(PolicySchema schema) {
        this.schema = schema;
    }

    /**
     * What the replay is told beside its mode and date.
     *
     * @throws RefusedException (422) if a part does not go with the mode, is missing, or cannot be read
     */
    ReplayOptions options(ReplayRequest request, int eventsPerSecondMax) {
        var mode = ReplayMode.of(request.mode());
        only(ReplayMode.FOLD, mode, "asOf", request.asOf());
        only(ReplayMode.FOLD, mode, "asKnownOn", request.asKnownOn());
        only(ReplayMode.WHAT_IF, mode, "whatIf", request.whatIf());
        only(ReplayMode.VERIFY, mode, "checkpoint", request.checkpoint());
        if (mode == ReplayMode.WHAT_IF && request.whatIf() == null) {
            throw invalid("REPLAY_POLICY_MISSING", "whatIf", mode.word(), null);
        }
        return new ReplayOptions(
                request.asKnownOn(),
                request.whatIf() == null ? null : trial(request.whatIf()),
                request.checkpoint() == null ? null : kept(request.checkpoint()),
                eventsPerSecondMax);
    }

    private static void only(ReplayMode goesWith, ReplayMode mode, String part, @Nullable Object value) {
        if (value != null && mode != goesWith) {
            throw invalid("REPLAY_PART_NOT_HERE", part, mode.word(), goesWith.word());
        }
    }

    private Trial trial(WhatIfRequest request) {
        try {
            var canonical = CanonicalJson.of(request.document().toString());
            var faults = schema.faults(canonical);
            if (!faults.isEmpty()) {
                var fault = faults.getFirst();
                throw new RefusedException(Refusal.invalid(
                                "POLICY_MISSHAPEN",
                                fault.getInstanceLocation().toString(),
                                null,
                                fault.getSchemaLocation().getFragment().toString())
                        .withFacts(Map.of("fault", fault.getMessage())));
            }
            PolicyReader.read(canonical);
            return new Trial(canonical, request.insteadOf(), request.group());
        } catch (PolicyUnreadableException e) {
            throw invalid("POLICY_UNREADABLE", e.place(), e.value(), e.needed());
        }
    }

    private static Kept kept(CheckpointRequest request) {
        var kept = new Kept(request.note(), request.verifierKey());
        try {
            kept.held();
            return kept;
        } catch (IllegalArgumentException e) {
            throw invalid("CHECKPOINT_UNREADABLE", "checkpoint", e.getMessage(), null);
        }
    }

    private static RefusedException invalid(
            String code, String field, @Nullable String value, @Nullable String needed) {
        return new RefusedException(Refusal.invalid(code, field, value, needed));
    }
}
