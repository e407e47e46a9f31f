package org.gongxue.creditbank;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongxue.creditbank.account.LearningAccount;
import org.gongxue.creditbank.account.WhenLearnerRegisteredThenOpenLearningAccount;
import org.gongxue.creditbank.certificate.Certificate;
import org.gongxue.creditbank.conversion.DegreeEnrollment;
import org.gongxue.creditbank.conversionrule.ProgramRules;
import org.gongxue.creditbank.conversionrule.PublishedRule;
import org.gongxue.creditbank.conversionrule.RuleProposal;
import org.gongxue.creditbank.issuer.Issuer;
import org.gongxue.creditbank.issuer.IssuerProposal;
import org.gongxue.creditbank.outcome.Outcome;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Domain;
import org.gongxue.eventlog.EventCodec;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.LearnerAccountLinked;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.events.enrollment.LearnerWithdrawn;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.authority.SharedFacts;
import org.gongxue.kit.calendar.BusinessCalendar;

/** The pure part of the credit bank: its streams, its commands, and what it makes of enrollment's events. */
public final class CreditBankDomain implements Domain<CreditBankCommand> {

    private final EventCodec codec;

    /** Events are read and written by {@code codec}. */
    public CreditBankDomain(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public String service() {
        return "credit-bank";
    }

    @Override
    public Set<StreamId> reads(CreditBankCommand command) {
        return command.reads();
    }

    @Override
    public Decision decide(View view, CreditBankCommand command) {
        return command.decide(view);
    }

    @Override
    public Instant occurredAt(View view) {
        return BusinessCalendar.occurredAt(view);
    }

    @Override
    public Optional<CreditBankCommand> react(Input input) {
        return switch (input.event()) {
            case LearnerRegistered registered ->
                Optional.of(new WhenLearnerRegisteredThenOpenLearningAccount(registered));
            case LearnerEnrolled enrolled ->
                keep(
                        DegreeEnrollment.STREAM.id(enrolled.enrollmentId()),
                        LearningAccount.STREAM.id(enrolled.learnerId()));
            case LearnerWithdrawn withdrawn -> keep(DegreeEnrollment.STREAM.id(withdrawn.enrollmentId()));
            case Object event -> SharedFacts.stream(event).flatMap(CreditBankDomain::keep);
        };
    }

    @Override
    public Optional<String> subject(Input input) {
        return switch (input.event()) {
            case LearnerRegistered registered -> Optional.of(registered.learnerId());
            case LearnerAccountLinked linked -> Optional.of(linked.learnerId());
            case LearnerEnrolled enrolled -> Optional.of(enrolled.learnerId());
            case LearnerWithdrawn withdrawn -> Optional.of(withdrawn.learnerId());
            case Object _ -> Optional.empty();
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
        return Stream.concat(
                        SharedFacts.types().stream(),
                        Stream.of(
                                LearningAccount.STREAM,
                                Certificate.STREAM,
                                Issuer.STREAM,
                                IssuerProposal.STREAM,
                                Outcome.STREAM,
                                RuleProposal.STREAM,
                                PublishedRule.STREAM,
                                ProgramRules.STREAM,
                                DegreeEnrollment.STREAM))
                .toList();
    }

    private static Optional<CreditBankCommand> keep(StreamId... informs) {
        return Optional.of(new KeepFact(List.of(informs)));
    }
}
