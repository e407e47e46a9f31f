package org.gongxue.reward.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongxue.eventlog.Context;
import org.gongxue.eventlog.Deed;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.Retelling;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.reward.assess.Assessment;
import org.gongxue.reward.assess.Assessors;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.fact.Basis;
import org.gongxue.reward.fact.EnrollmentFacts;
import org.gongxue.reward.fact.OutcomeFacts;
import org.gongxue.reward.policy.PolicyDocument;
import org.jspecify.annotations.Nullable;

/**
 * 假设推演: what another policy would have given over the same history. Whenever facts came that one policy was assessed
 * on, the other is assessed on the same facts; the last assessment before the payment counts. Nothing else changes: who
 * had a place keeps it, who stood in line stands there, and the other policy's window, places and funds are not asked.
 * Keeps a few numbers for each entitlement.
 */
public final class WhatIf implements Retelling.Listener {

    /**
     * The question.
     *
     * @param policy the policy to try
     * @param insteadOf the id of the policy whose entitlements it is tried on
     * @param group only entitlements that were assessed in this group; null for all
     */
    public record Question(
            PolicyDocument policy,
            String insteadOf,
            @Nullable String group) {}

    /** What the other policy says of an entitlement, and the group that the first one saw it in. */
    record Tried(Assessment.@Nullable Owed owed, @Nullable String group) {}

    private final Question question;
    private final Map<String, Tried> tried = new HashMap<>();

    /** Nothing is tried yet. */
    public WhatIf(Question question) {
        this.question = question;
    }

    @Override
    public void hear(Deed deed, Retelling before) {
        if (!deed.isOfInput()) {
            return;
        }
        deed.input().ifPresent(input -> {
            var context = new Context("service:" + input.source(), input.id(), input.occurredAt(), input);
            hear(deed, input, before.view(context));
        });
    }

    private void hear(Deed deed, Input input, View view) {
        var done = new HashSet<String>();
        var bases = new HashMap<String, StreamId>();
        for (var recorded : deed.events()) {
            switch (recorded.event()) {
                case EntitlementOpened e -> bases.put(e.entitlementId(), StreamId.parse(e.basis()));
                case EntitlementAssessed e
                when e.policyId().equals(question.insteadOf()) -> {
                    var basis = bases.getOrDefault(e.entitlementId(), basis(view, e.entitlementId()));
                    if (done.add(e.entitlementId())) {
                        attempt(view, basis, input, e.entitlementId(), e.group());
                    }
                }
                default -> {} // nothing is assessed by it
            }
        }
        for (var recorded : deed.events()) {
            if (recorded.isInput() && isBasis(recorded.stream())) {
                again(view, recorded.stream(), input, done);
            }
        }
    }

    private static StreamId basis(View view, String entitlementId) {
        var basis = view.state(Entitlements.ENTITLEMENT, entitlementId).basis();
        return basis.isEmpty() ? new StreamId("nothing", "known") : StreamId.parse(basis);
    }

    private static boolean isBasis(StreamId stream) {
        return stream.kind().equals(EnrollmentFacts.FACTS.kind())
                || stream.kind().equals(OutcomeFacts.FACTS.kind());
    }

    /** Facts that did not move the first policy may move the other. */
    private void again(View view, StreamId stream, Input input, Set<String> done) {
        Basis.of(view, stream, input.event())
                .ifPresent(basis -> basis.awaiting().stream()
                        .filter(done::add)
                        .filter(tried::containsKey)
                        .filter(id -> isOpen(view.state(Entitlements.ENTITLEMENT, id)))
                        .forEach(id -> attempt(
                                view,
                                stream,
                                input,
                                id,
                                Objects.requireNonNull(tried.get(id)).group())));
    }

    private static boolean isOpen(EntitlementState state) {
        return state.attempt() == null
                && switch (state.stage()) {
                    case PENDING, WAITLISTED, HELD, APPROVED -> true;
                    case NONE, REFUSED, PAID, RETURNED, RECOVERING, RECOVERED, EXPIRED, CANCELLED -> false;
                };
    }

    private void attempt(View view, StreamId basis, Input input, String id, @Nullable String group) {
        if (question.group() != null && !question.group().equals(group)) {
            tried.remove(id);
            return;
        }
        Basis.of(view, basis, input.event())
                .map(known -> Assessors.assess(question.policy(), known.facts()))
                .ifPresent(assessment -> tried.put(id, new Tried(amounts(assessment), group)));
    }

    /** Conditions are long, and there is one assessment for each entitlement. */
    private static Assessment.@Nullable Owed amounts(Assessment assessment) {
        return assessment instanceof Assessment.Owed owed
                ? new Assessment.Owed(List.of(), owed.group(), null, owed.shares(), owed.computation())
                : null;
    }

    /** What it comes to, once the whole log was told. */
    public WhatIfResult result(Retelling told) {
        var sums = new WhatIfSums(question);
        told.forEach(
                Entitlements.ENTITLEMENT,
                (id, entitlement) -> Optional.ofNullable(tried.get(id))
                        .ifPresent(other ->
                                sums.add(entitlement.state(), other.group(), owed(entitlement.state(), other))));
        return sums.result();
    }

    /**
     * What it would be owed now: what was refused by the first policy may be owed by the other; what was granted and is
     * owed or paid keeps its place at another amount; everybody else gets nothing either way.
     */
    private static Assessment.@Nullable Owed owed(EntitlementState state, Tried other) {
        var asked = isGranted(state) || (state.stage() == Stage.REFUSED && state.amountFen() == 0);
        return asked ? other.owed() : null;
    }

    /** Whether what it was assessed to is owed or paid. */
    static boolean isGranted(EntitlementState state) {
        return switch (state.stage()) {
            case HELD, APPROVED, PAID, RETURNED -> true;
            case NONE, PENDING, WAITLISTED, REFUSED, EXPIRED, CANCELLED, RECOVERING, RECOVERED -> false;
        };
    }
}
