package org.gongxue.creditbank.revocation;

import java.util.List;
import java.util.SequencedSet;
import org.gongxue.creditbank.CreditBankCommand;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.creditbank.outcome.Outcome;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.OutcomeRevocationRejected;

/** An administrator turns down a proposed revocation, or takes the own one back; the outcome stays recognised. */
public record RejectRevocation(String outcomeId, Asker asker) implements CreditBankCommand {

    @Override
    public SequencedSet<StreamId> reads() {
        return RevocationCheck.reads(outcomeId, asker);
    }

    @Override
    public Decision decide(View view) {
        var refusal = RevocationCheck.objection(view, outcomeId, asker);
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        var outcome = view.state(Outcome.STREAM, outcomeId);
        var claim = outcome.claim();
        var proposed = outcome.revocation();
        if (claim == null || proposed == null) {
            return Decision.refused(RevocationCheck.notProposed(outcomeId));
        }
        var rejected =
                new OutcomeRevocationRejected(outcomeId, claim.learnerId(), proposed.reasonCode(), asker.subject());
        return Decision.accepted(List.of(NewEvent.of(Outcome.STREAM.id(outcomeId), rejected)), rejected);
    }
}
