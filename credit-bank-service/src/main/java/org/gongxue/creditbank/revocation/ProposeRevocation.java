package org.gongxue.creditbank.revocation;

import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.gongxue.creditbank.CreditBankCommand;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.creditbank.outcome.Outcome;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.OutcomeRevocationProposed;
import org.gongxue.kit.calendar.BusinessCalendar;

/** An administrator proposes to revoke a recognised outcome; until another confirms, nothing changes. */
public record ProposeRevocation(String outcomeId, RevocationReason reason, Asker asker) implements CreditBankCommand {

    @Override
    public SequencedSet<StreamId> reads() {
        return RevocationCheck.reads(outcomeId, asker);
    }

    @Override
    public Decision decide(View view) {
        var outcome = view.state(Outcome.STREAM, outcomeId);
        var claim = outcome.claim();
        var refusal = RevocationCheck.objection(view, outcomeId, asker).or(() -> proposedBefore(outcome));
        if (claim == null || refusal.isPresent()) {
            return Decision.refused(refusal.orElseThrow());
        }
        var proposed = new OutcomeRevocationProposed(
                outcomeId, claim.learnerId(), reason.name(), BusinessCalendar.today(view), asker.subject());
        return Decision.accepted(List.of(NewEvent.of(Outcome.STREAM.id(outcomeId), proposed)), proposed);
    }

    private Optional<Refusal> proposedBefore(Outcome outcome) {
        var before = outcome.revocation();
        return before == null
                ? Optional.empty()
                : Optional.of(Refusal.conflict("REVOCATION_PROPOSED_ALREADY", "outcomeId", outcomeId, null));
    }
}
