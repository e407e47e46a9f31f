package org.gongxue.creditbank.outcome;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.gongxue.creditbank.account.LearningAccount;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.CertificateNumberShown;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.calendar.BusinessCalendar;

/**
 * Somebody of the staff asks for the number behind an outcome. The asking is recorded before the number is deciphered:
 * nobody sees one without an event that says who, which and why.
 *
 * @param role as what the asker looks: officer, administrator or auditor
 */
public record ShowCertificateNumber(String outcomeId, String subject, StaffRole role, DisclosurePurpose purpose)
        implements OutcomeCommand {

    @Override
    public SequencedSet<StreamId> reads() {
        return new LinkedHashSet<>(
                List.of(Outcome.STREAM.id(outcomeId), BusinessCalendar.STREAM, Offices.OFFICER.id(subject)));
    }

    @Override
    public Decision decide(View view) {
        var claim = view.state(Outcome.STREAM, outcomeId).claim();
        if (claim == null) {
            return Decision.refused(Refusal.notFound("OUTCOME_UNKNOWN", "outcomeId", outcomeId));
        }
        var unit = view.state(LearningAccount.STREAM, claim.learnerId()).unitId();
        var forbidden = Offices.mayAct(view, subject, role, unit == null ? Offices.EVERYWHERE : unit);
        return forbidden
                .map(Decision::refused)
                .orElseGet(() -> Decision.accepted(NewEvent.of(
                        Outcome.STREAM.id(outcomeId),
                        new CertificateNumberShown(outcomeId, claim.learnerId(), subject, purpose.name()))));
    }
}
