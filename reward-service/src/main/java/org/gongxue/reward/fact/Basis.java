package org.gongxue.reward.fact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.CreditBankEvent;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.enrollment.EnrollmentEvent;
import org.gongxue.events.enrollment.LearnerRegistered;

/**
 * Everything an entitlement hangs on, as known at this moment.
 *
 * @param stream the stream of its facts, such as {@code outcome/O-1}
 * @param unitId the learner's unit
 * @param facts by their names in policies
 * @param refused why the source refused it; empty when it did not
 * @param stands whether the source has not revoked it
 * @param awaiting the entitlements opened on it that a later fact may still move, in the order they were opened
 */
public record Basis(
        StreamId stream,
        String learnerId,
        String unitId,
        Map<String, FactValue> facts,
        List<RefusalReason> refused,
        boolean stands,
        List<String> awaiting) {

    public Basis {
        refused = List.copyOf(refused);
        awaiting = List.copyOf(awaiting);
    }

    /**
     * The facts on a stream together with the event that is being taken in.
     *
     * @return empty while it is not known whose they are
     * @throws IllegalArgumentException if entitlements do not hang on streams of this kind, which is a bug
     */
    public static Optional<Basis> of(View view, StreamId stream, Object news) {
        if (stream.kind().equals(EnrollmentFacts.FACTS.kind())) {
            return ofEnrollment(view, stream, news);
        }
        if (stream.kind().equals(OutcomeFacts.FACTS.kind())) {
            return ofOutcome(view, stream, news);
        }
        throw new IllegalArgumentException("no entitlement hangs on " + stream);
    }

    private static Optional<Basis> ofEnrollment(View view, StreamId stream, Object news) {
        var before = view.state(EnrollmentFacts.FACTS, stream.id());
        var known = news instanceof EnrollmentEvent ? EnrollmentFacts.FACTS.evolve(before, news) : before;
        return Optional.ofNullable(known.enrolled())
                .map(enrolled -> new Basis(
                        stream,
                        enrolled.learnerId(),
                        enrolled.unitId(),
                        with(UnitFacts.byName(view, enrolled.unitId()), known.byName()),
                        List.of(),
                        true,
                        known.awaiting()));
    }

    private static Optional<Basis> ofOutcome(View view, StreamId stream, Object news) {
        var before = view.state(OutcomeFacts.FACTS, stream.id());
        var known = news instanceof CreditBankEvent ? OutcomeFacts.FACTS.evolve(before, news) : before;
        var deposited = known.deposited();
        if (deposited == null) {
            throw new IllegalStateException("nobody deposited " + stream);
        }
        var refused = known.refused();
        return unit(view, deposited.learnerId(), news)
                .map(unitId -> new Basis(
                        stream,
                        deposited.learnerId(),
                        unitId,
                        with(UnitFacts.byName(view, unitId), known.byName()),
                        refused == null ? List.of() : refused.reasons(),
                        known.revoked() == null,
                        known.awaiting()));
    }

    private static Optional<String> unit(View view, String learnerId, Object news) {
        return news instanceof LearnerRegistered registered
                ? Optional.of(registered.unitId())
                : Optional.ofNullable(
                        view.state(LearnerUnits.LEARNER, learnerId).unitId());
    }

    private static Map<String, FactValue> with(Map<String, FactValue> unit, Map<String, FactValue> own) {
        var facts = new LinkedHashMap<>(unit);
        facts.putAll(own);
        return facts;
    }
}
