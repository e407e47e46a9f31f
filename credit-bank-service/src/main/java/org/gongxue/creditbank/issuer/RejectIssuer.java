package org.gongxue.creditbank.issuer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.IssuerRejected;
import org.gongxue.kit.calendar.BusinessCalendar;

/** An administrator turns down a proposed entry, or takes the own one back; the register stays as it is. */
public record RejectIssuer(String issuerCode, int number, Asker asker) implements IssuerCommand {

    @Override
    public SequencedSet<StreamId> reads() {
        return new LinkedHashSet<>(
                List.of(IssuerProposal.STREAM.id(issuerCode), BusinessCalendar.STREAM, asker.appointments()));
    }

    @Override
    public Decision decide(View view) {
        var proposal = view.state(IssuerProposal.STREAM, issuerCode);
        var open = proposal.open();
        var forbidden = asker.mayAdminister(view).or(() -> proposal.notOpen(number));
        if (open == null || forbidden.isPresent()) {
            return Decision.refused(forbidden.orElseThrow());
        }
        return Decision.accepted(
                List.of(NewEvent.of(
                        IssuerProposal.STREAM.id(issuerCode), new IssuerRejected(issuerCode, number, asker.subject()))),
                open);
    }
}
