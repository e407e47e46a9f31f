package org.gongxue.creditbank.conversion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.gongxue.creditbank.CreditBankCommand;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.creditbank.account.LearningAccount;
import org.gongxue.creditbank.conversionrule.ProgramRules;
import org.gongxue.creditbank.outcome.Outcome;
import org.gongxue.creditbank.outcome.OutcomeState;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.ConversionRefused;
import org.gongxue.events.creditbank.ConvertedCourse;
import org.gongxue.events.creditbank.CreditsConverted;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A recognised outcome is asked to count in an enrollment of the same learner, by himself or by an officer for him.
 *
 * @param conversionId the new conversion's id
 */
public record ConvertOutcome(String conversionId, String outcomeId, String enrollmentId, Asker asker)
        implements CreditBankCommand {

    /** What the asker is told; the rule is absent and the courses empty when refused. */
    public record Answer(
            String conversionId,
            String outcomeId,
            String enrollmentId,
            ConversionState state,
            @Nullable String ruleId,
            @Nullable Integer ruleVersion,
            List<ConvertedCourse> courses,
            int credits,
            List<RefusalReason> reasons) {}

    @Override
    public SequencedSet<StreamId> reads() {
        return new LinkedHashSet<>(List.of(
                DegreeEnrollment.STREAM.id(enrollmentId),
                Outcome.STREAM.id(outcomeId),
                BusinessCalendar.STREAM,
                asker.account(),
                asker.appointments()));
    }

    @Override
    public Decision decide(View view) {
        var outcome = view.state(Outcome.STREAM, outcomeId);
        var claim = outcome.claim();
        if (claim == null) {
            return Decision.refused(Refusal.notFound("OUTCOME_UNKNOWN", "outcomeId", outcomeId));
        }
        var forbidden = asker.mayActFor(view, view.state(LearningAccount.STREAM, claim.learnerId()));
        if (forbidden.isPresent()) {
            return Decision.refused(forbidden.get());
        }
        var enrollment = view.state(DegreeEnrollment.STREAM, enrollmentId);
        var enrolled = enrollment.enrolled();
        if (enrolled == null) {
            return Decision.refused(Refusal.notFound("ENROLLMENT_UNKNOWN", "enrollmentId", enrollmentId));
        }
        var reasons = obstacles(outcome.state(), claim, enrollment, enrolled);
        var level = claim.level();
        if (level == null || claim.kind() != OutcomeKind.SKILL_CERTIFICATE) {
            reasons.add(new RefusalReason(
                    "KIND_NOT_CONVERTED", "outcomeId", claim.kind().name(), OutcomeKind.SKILL_CERTIFICATE.name()));
            return refused(claim, reasons);
        }
        if (!reasons.isEmpty()) {
            return refused(claim, reasons);
        }
        var rules = view.state(ProgramRules.STREAM, enrolled.programId()).inForce(view, BusinessCalendar.today(view));
        return switch (RuleChoice.choose(rules, new RuleChoice.Skill(claim.occupationCode(), level), enrollment)) {
            case RuleChoice.None none -> refused(claim, List.of(none.reason()));
            case RuleChoice.Chosen chosen -> converted(claim, chosen);
        };
    }

    /** What stands in the way whatever the rules say; all of it is told at once. */
    private List<RefusalReason> obstacles(
            OutcomeState state, OutcomeDeposited claim, DegreeEnrollment enrollment, LearnerEnrolled enrolled) {
        var reasons = new ArrayList<RefusalReason>();
        if (state != OutcomeState.RECOGNIZED) {
            reasons.add(new RefusalReason(
                    "OUTCOME_NOT_RECOGNIZED", "outcomeId", state.name(), OutcomeState.RECOGNIZED.name()));
        }
        if (!enrolled.learnerId().equals(claim.learnerId())) {
            reasons.add(new RefusalReason("ENROLLMENT_NOT_OWN", "enrollmentId", enrollmentId, null));
        }
        if (enrollment.withdrawnOn() != null) {
            reasons.add(new RefusalReason(
                    "ENROLLMENT_WITHDRAWN",
                    "enrollmentId",
                    enrollment.withdrawnOn().toString(),
                    null));
        }
        enrollment
                .conversionOf(outcomeId)
                .ifPresent(first -> reasons.add(
                        RefusalReason.citing(first.conversionId(), "ALREADY_CONVERTED", "outcomeId", null)));
        return reasons;
    }

    private Decision refused(OutcomeDeposited claim, List<RefusalReason> reasons) {
        return Decision.accepted(
                List.of(NewEvent.of(
                        DegreeEnrollment.STREAM.id(enrollmentId),
                        new ConversionRefused(conversionId, outcomeId, claim.learnerId(), enrollmentId, reasons))),
                new Answer(
                        conversionId,
                        outcomeId,
                        enrollmentId,
                        ConversionState.REFUSED,
                        null,
                        null,
                        List.of(),
                        0,
                        reasons));
    }

    private Decision converted(OutcomeDeposited claim, RuleChoice.Chosen chosen) {
        var rule = chosen.rule();
        return Decision.accepted(
                List.of(NewEvent.of(
                        DegreeEnrollment.STREAM.id(enrollmentId),
                        new CreditsConverted(
                                conversionId,
                                outcomeId,
                                claim.learnerId(),
                                enrollmentId,
                                rule.ruleId(),
                                rule.ruleVersion(),
                                chosen.courses(),
                                chosen.credits()))),
                new Answer(
                        conversionId,
                        outcomeId,
                        enrollmentId,
                        ConversionState.CONVERTED,
                        rule.ruleId(),
                        rule.ruleVersion(),
                        chosen.courses(),
                        chosen.credits(),
                        List.of()));
    }
}
