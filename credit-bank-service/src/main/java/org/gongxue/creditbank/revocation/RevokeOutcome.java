package org.gongxue.creditbank.revocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.gongxue.creditbank.CreditBankCommand;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.creditbank.account.LearningAccount;
import org.gongxue.creditbank.certificate.Certificate;
import org.gongxue.creditbank.conversion.DegreeEnrollment;
import org.gongxue.creditbank.outcome.Outcome;
import org.gongxue.creditbank.outcome.OutcomeState;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.CertificateReleased;
import org.gongxue.events.creditbank.ConversionReversed;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.OutcomeRevoked;
import org.gongxue.events.creditbank.SkillLevelLost;
import org.gongxue.kit.calendar.BusinessCalendar;

/**
 * Another administrator confirms a proposed revocation: who makes does not check (invariant 10). The outcome is revoked,
 * and whatever was converted from it is reversed in the same decision.
 *
 * @param reason the proposed reason that this person checked; it decides whether the document may come back
 */
public record RevokeOutcome(String outcomeId, RevocationReason reason, Asker asker) implements CreditBankCommand {

    /** What was revoked, and the conversions reversed with it. */
    public record Revoked(String outcomeId, OutcomeState state, List<String> reversedConversions) {}

    @Override
    public SequencedSet<StreamId> reads() {
        return RevocationCheck.reads(outcomeId, asker);
    }

    @Override
    public Decision decide(View view) {
        var outcome = view.state(Outcome.STREAM, outcomeId);
        var claim = outcome.claim();
        var refusal = RevocationCheck.objection(view, outcomeId, asker).or(() -> unchecked(outcome));
        return claim == null || refusal.isPresent() ? Decision.refused(refusal.orElseThrow()) : revoke(view, claim);
    }

    private Optional<Refusal> unchecked(Outcome outcome) {
        var proposed = outcome.revocation();
        if (proposed == null) {
            return Optional.of(RevocationCheck.notProposed(outcomeId));
        }
        if (proposed.proposedBy().equals(asker.subject())) {
            return Optional.of(Refusal.forbidden("MAKER_IS_CHECKER", null, null));
        }
        return proposed.reasonCode().equals(reason.name())
                ? Optional.empty()
                : Optional.of(
                        Refusal.conflict("REVOCATION_CHANGED", "reasonCode", reason.name(), proposed.reasonCode()));
    }

    private Decision revoke(View view, OutcomeDeposited claim) {
        var learner = claim.learnerId();
        var token = claim.certificateToken();
        var account = view.state(LearningAccount.STREAM, learner);
        var reversed = reversals(view, account);
        var events = new ArrayList<NewEvent>();
        events.add(NewEvent.of(
                Outcome.STREAM.id(outcomeId),
                new OutcomeRevoked(outcomeId, learner, reason.name(), BusinessCalendar.today(view))));
        var level = claim.level();
        if (level != null && claim.kind() == OutcomeKind.SKILL_CERTIFICATE) {
            events.add(NewEvent.of(
                    LearningAccount.STREAM.id(learner),
                    new SkillLevelLost(learner, outcomeId, claim.occupationCode(), level)));
        }
        var claimedByThis =
                outcomeId.equals(view.state(Certificate.STREAM, token).outcomeId());
        if (claimedByThis && reason.releasesCertificate()) {
            events.add(NewEvent.of(
                    Certificate.STREAM.id(token), new CertificateReleased(token, outcomeId, reason.name())));
        }
        reversed.forEach(
                reversal -> events.add(NewEvent.of(DegreeEnrollment.STREAM.id(reversal.enrollmentId()), reversal)));
        return Decision.accepted(
                events,
                new Revoked(
                        outcomeId,
                        OutcomeState.REVOKED,
                        reversed.stream().map(ConversionReversed::conversionId).toList()));
    }

    /** Only the learner's own enrollments can hold conversions of his outcome. */
    private List<ConversionReversed> reversals(View view, LearningAccount account) {
        return account.enrollments().stream()
                .flatMap(enrollmentId ->
                        view.state(DegreeEnrollment.STREAM, enrollmentId).conversionOf(outcomeId).stream()
                                .map(live -> new ConversionReversed(
                                        live.conversionId(),
                                        outcomeId,
                                        String.valueOf(account.learnerId()),
                                        enrollmentId,
                                        "OUTCOME_REVOKED")))
                .toList();
    }
}
