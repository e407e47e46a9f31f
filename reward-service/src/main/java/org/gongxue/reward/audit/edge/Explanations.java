package org.gongxue.reward.audit.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.gongxue.eventlog.LogCodec;
import org.gongxue.eventlog.Looks;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.StreamId;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.enrollment.GraduationConfirmed;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.events.reward.EntitlementCancelled;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.EntitlementRevoked;
import org.gongxue.events.reward.PaymentReturned;
import org.gongxue.events.reward.PolicyProposed;
import org.gongxue.events.reward.PolicyPublished;
import org.gongxue.events.reward.RecoveryOrdered;
import org.gongxue.events.reward.RecoveryReceived;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.boot.LogHouse;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.reward.audit.Explanation;
import org.gongxue.reward.audit.Explanation.Correction;
import org.gongxue.reward.audit.Explanation.Entry;
import org.gongxue.reward.audit.Explanation.Ground;
import org.gongxue.reward.audit.Explanation.Heard;
import org.gongxue.reward.audit.Explanation.Policy;
import org.gongxue.reward.audit.Explanation.Source;
import org.gongxue.reward.audit.Place;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.edge.Entitlement;
import org.gongxue.reward.entitlement.edge.PaymentAttemptRow;
import org.gongxue.reward.fact.LearnerUnits;
import org.gongxue.reward.fact.PayeeAccounts;
import org.gongxue.reward.fact.UnitFacts;
import org.gongxue.reward.policy.Policies;
import org.jspecify.annotations.Nullable;

/**
 * Puts explanations together from the log itself; read models only say where to look. That somebody looked at a learner's
 * affairs is written down before they are told (invariant 10).
 */
@Singleton
class Explanations {

    private final LogTrail trail;
    private final Decisions decisions;
    private final Payments payments;
    private final LogHouse house;
    private final ObjectMapper json;
    private final Looks looks;
    private final Caller caller;

    Explanations(
            LogTrail trail,
            Decisions decisions,
            Payments payments,
            LogHouse house,
            ObjectMapper json,
            DataSource dataSource,
            Caller caller) {
        this.looks = new Looks(dataSource);
        this.caller = caller;
        this.trail = trail;
        this.decisions = decisions;
        this.payments = payments;
        this.house = house;
        this.json = json;
    }

    /** Why a payment was made. @throws RefusedException (404) if there is no such payment */
    Explanation ofPayment(String paymentId) {
        var row = PaymentAttemptRow.<PaymentAttemptRow>findByIdOptional(paymentId)
                .orElseThrow(() -> RefusedException.notFound("paymentId", paymentId));
        return of(row.entitlementId, paymentId);
    }

    /** Why an entitlement is what it is. @throws RefusedException (404) if there is no such entitlement */
    Explanation ofEntitlement(String entitlementId) {
        return of(entitlementId, null);
    }

    private Explanation of(String entitlementId, @Nullable String paymentId) {
        var index = house.lastIndex();
        var state = Entitlement.<Entitlement>findByIdOptional(entitlementId)
                .orElseThrow(() -> RefusedException.notFound("entitlementId", entitlementId))
                .state;
        var events = trail.between(Entitlements.ENTITLEMENT.id(entitlementId), 1, index, null);
        var opening = events.getFirst();
        var opened = (EntitlementOpened) opening.event();
        looks.note(caller.actor(), List.of(opened.learnerId()), asked(entitlementId, paymentId));
        var inputs = inputs(opened, lastWord(events), index);
        var paid = payments.payments(events);
        var entries = new ArrayList<>(decisions.entries(entitlementId, events));
        entries.addAll(paid.transfers());
        entries.sort(Comparator.comparingLong(entry -> entry.at().index()));
        return new Explanation(
                entitlementId,
                paymentId,
                state,
                index,
                opened.learnerId(),
                opened.unitId(),
                opened.unitPath(),
                Place.of(opening.envelope()),
                ground(inputs),
                policy(opened),
                inputs.stream().map(this::heard).toList(),
                decisions.decisions(events),
                paid.attempts(),
                corrections(events),
                List.<Entry>copyOf(entries));
    }

    private static String asked(String entitlementId, @Nullable String paymentId) {
        return "/api/reward/audit/" + (paymentId == null ? "entitlements/" + entitlementId : "payments/" + paymentId);
    }

    /** The index of the last assessment: what was heard of the learner after it did not count. */
    private static long lastWord(List<Recorded> events) {
        return events.stream()
                .filter(e -> e.event() instanceof EntitlementAssessed)
                .mapToLong(Recorded::index)
                .max()
                .orElse(events.getFirst().index());
    }

    /** What was heard about its facts at any time, and about learner, units and account until it was last assessed. */
    private List<Recorded> inputs(EntitlementOpened opened, long lastWord, long index) {
        var streams = new LinkedHashSet<StreamId>();
        streams.add(LearnerUnits.LEARNER.id(opened.learnerId()));
        streams.add(Offices.UNIT.id(opened.unitId()));
        if (!opened.unitPath().isEmpty()) {
            streams.add(Offices.UNIT.id(UnitFacts.memberUnit(opened.unitPath())));
        }
        var inputs = new ArrayList<>(trail.between(StreamId.parse(opened.basis()), 1, index, null));
        inputs.addAll(trail.between(PayeeAccounts.PAYEE.id(opened.learnerId()), 1, index, null));
        streams.forEach(stream -> inputs.addAll(trail.between(stream, 1, lastWord, null)));
        inputs.removeIf(e -> !e.isInput());
        inputs.sort(Comparator.comparingLong(Recorded::index));
        return inputs;
    }

    private Heard heard(Recorded input) {
        return new Heard(
                Place.of(input.envelope()),
                source(input),
                parsed(LogCodec.readInput(input.data()).facts()));
    }

    private static Source source(Recorded recorded) {
        var input = LogCodec.readInput(recorded.data());
        return new Source(
                input.source(),
                input.index(),
                Base64.getEncoder().encodeToString(input.leaf()),
                input.id().toString(),
                input.type());
    }

    private static @Nullable Ground ground(List<Recorded> inputs) {
        for (var input : inputs) {
            switch (input.event()) {
                case GraduationConfirmed e -> {
                    return new Ground("university-row", e.evidence(), source(input));
                }
                case OutcomeDeposited e -> {
                    return new Ground("certificate", e.certificateToken(), source(input));
                }
                default -> {}
            }
        }
        return null;
    }

    private Policy policy(EntitlementOpened opened) {
        var events = trail.stream(Policies.POLICY.id(Policies.versionId(opened.policyId(), opened.policyVersion())));
        var published = last(events, PolicyPublished.class);
        var proposed = last(events, PolicyProposed.class)
                .orElseThrow(() -> new IllegalStateException("a policy that nobody proposed"));
        var proposal = (PolicyProposed) proposed.event();
        return new Policy(
                proposal.policyId(),
                proposal.policyVersion(),
                parsed(proposal.document().getBytes(UTF_8)),
                proposal.digest(),
                proposal.proposedBy(),
                Place.of(proposed.envelope()),
                published.map(e -> ((PolicyPublished) e.event()).publishedBy()).orElse(null),
                published.map(e -> Place.of(e.envelope())).orElse(null));
    }

    private static Optional<Recorded> last(List<Recorded> events, Class<?> type) {
        return events.stream().filter(e -> type.isInstance(e.event())).reduce((_, later) -> later);
    }

    private static List<Correction> corrections(List<Recorded> events) {
        var corrections = new ArrayList<Correction>();
        for (var recorded : events) {
            var correction = correction(recorded.event(), Place.of(recorded.envelope()));
            if (correction != null) {
                corrections.add(correction);
            }
        }
        return corrections;
    }

    private static @Nullable Correction correction(Object event, Place at) {
        return switch (event) {
            case PaymentReturned e ->
                new Correction("returned", e.failureCode(), e.amountFen(), e.bankReference(), e.returnedOn(), null, at);
            case EntitlementRevoked e -> new Correction("revoked", e.reasonCode(), null, null, null, e.source(), at);
            case EntitlementCancelled e ->
                new Correction("cancelled", e.reasonCode(), null, null, null, e.cancelledBy(), at);
            case RecoveryOrdered e ->
                new Correction("recovery-ordered", e.reasonCode(), e.amountFen(), null, null, e.orderedBy(), at);
            case RecoveryReceived e ->
                new Correction(
                        "recovery-received",
                        null,
                        e.amountFen(),
                        e.bankReference(),
                        e.receivedOn(),
                        e.receivedBy(),
                        at);
            default -> null;
        };
    }

    private JsonNode parsed(byte[] text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("what the log holds is JSON", e);
        }
    }
}
