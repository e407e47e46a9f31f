package org.gongxue.reward;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Domain;
import org.gongxue.eventlog.EventCodec;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.OutcomeRefused;
import org.gongxue.events.creditbank.OutcomeRevoked;
import org.gongxue.events.enrollment.GraduationConfirmed;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.events.enrollment.LearnerWithdrawn;
import org.gongxue.events.enrollment.PayeeAccountRecorded;
import org.gongxue.events.enrollment.TuitionReceiptRecorded;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.authority.SharedFacts;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.audit.Evidence;
import org.gongxue.reward.audit.Replays;
import org.gongxue.reward.entitlement.BusinessKeys;
import org.gongxue.reward.entitlement.EntitlementCommand.LearnFact;
import org.gongxue.reward.entitlement.EntitlementCommand.MeetLearner;
import org.gongxue.reward.entitlement.EntitlementCommand.OpenEntitlements;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.fact.EnrollmentFacts;
import org.gongxue.reward.fact.FactVocabulary;
import org.gongxue.reward.fact.KeepFact;
import org.gongxue.reward.fact.LearnerUnits;
import org.gongxue.reward.fact.OutcomeFacts;
import org.gongxue.reward.fact.PayeeAccounts;
import org.gongxue.reward.ledger.Ledger;
import org.gongxue.reward.payment.Batches;
import org.gongxue.reward.policy.Policies;
import org.gongxue.reward.policy.QuotaGrids;
import org.gongxue.reward.quota.QuotaCells;
import org.gongxue.reward.recovery.RevokeEntitlements;

/** The reward ledger's decisions, put together from its capabilities. */
public final class RewardDomain implements Domain<RewardCommand> {

    /** The service's name in its log. */
    public static final String SERVICE = "reward";

    private final EventCodec codec;

    /** Reads and writes events by this codec. */
    public RewardDomain(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public String service() {
        return SERVICE;
    }

    @Override
    public Set<StreamId> reads(RewardCommand command) {
        return command.reads();
    }

    @Override
    public Decision decide(View view, RewardCommand command) {
        return command.decide(view);
    }

    @Override
    public Instant occurredAt(View view) {
        return BusinessCalendar.occurredAt(view);
    }

    @Override
    public Optional<RewardCommand> react(Input input) {
        return switch (input.event()) {
            case GraduationConfirmed e ->
                Optional.of(new OpenEntitlements(
                        FactVocabulary.GRADUATION_CONFIRMED, EnrollmentFacts.FACTS.id(e.enrollmentId())));
            case LearnerEnrolled e -> Optional.of(new LearnFact(EnrollmentFacts.FACTS.id(e.enrollmentId())));
            case TuitionReceiptRecorded e -> Optional.of(new LearnFact(EnrollmentFacts.FACTS.id(e.enrollmentId())));
            case LearnerWithdrawn e -> Optional.of(new LearnFact(EnrollmentFacts.FACTS.id(e.enrollmentId())));
            case OutcomeDeposited e -> Optional.of(new KeepFact(OutcomeFacts.FACTS.id(e.outcomeId())));
            case OutcomeRecognized e -> Optional.of(judged(e.outcomeId()));
            case OutcomeRefused e -> Optional.of(judged(e.outcomeId()));
            case OutcomeRevoked e -> Optional.of(new RevokeEntitlements(OutcomeFacts.FACTS.id(e.outcomeId())));
            case LearnerRegistered e -> Optional.of(new MeetLearner(e.learnerId(), e.subject()));
            case PayeeAccountRecorded e -> Optional.of(new KeepFact(PayeeAccounts.PAYEE.id(e.learnerId())));
            default -> SharedFacts.stream(input.event()).map(KeepFact::new);
        };
    }

    private static RewardCommand judged(String outcomeId) {
        return new OpenEntitlements(FactVocabulary.OUTCOME_JUDGED, OutcomeFacts.FACTS.id(outcomeId));
    }

    @Override
    public Optional<String> subject(Input input) {
        return switch (input.event()) {
            case GraduationConfirmed e -> Optional.of(e.learnerId());
            case LearnerEnrolled e -> Optional.of(e.learnerId());
            case TuitionReceiptRecorded e -> Optional.of(e.learnerId());
            case LearnerWithdrawn e -> Optional.of(e.learnerId());
            case OutcomeDeposited e -> Optional.of(e.learnerId());
            case OutcomeRecognized e -> Optional.of(e.learnerId());
            case OutcomeRefused e -> Optional.of(e.learnerId());
            case OutcomeRevoked e -> Optional.of(e.learnerId());
            case LearnerRegistered e -> Optional.of(e.learnerId());
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Refusal> refusesParkedDecision(View view) {
        return Offices.administers(view);
    }

    @Override
    public EventCodec codec() {
        return codec;
    }

    @Override
    public List<StreamType<?>> streams() {
        var streams = new ArrayList<>(SharedFacts.types());
        streams.addAll(List.of(
                Policies.POLICY,
                Policies.REGISTER,
                EnrollmentFacts.FACTS,
                OutcomeFacts.FACTS,
                LearnerUnits.LEARNER,
                PayeeAccounts.PAYEE,
                BusinessKeys.KEY,
                Entitlements.ENTITLEMENT,
                QuotaGrids.GRID,
                QuotaCells.CELL,
                Ledger.FUND,
                Batches.BATCH,
                Batches.NUMBERS,
                Replays.REPLAY,
                Evidence.PACK));
        return List.copyOf(streams);
    }
}
