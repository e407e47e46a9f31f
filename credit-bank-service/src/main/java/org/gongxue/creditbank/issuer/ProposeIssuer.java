package org.gongxue.creditbank.issuer;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.IssuerProposed;
import org.gongxue.events.creditbank.IssuerScope;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * 备案: an administrator proposes what a body may issue from a day on. A later entry renews, changes or corrects what the
 * register says from its own first day on.
 *
 * @param issuerCode as it stands in the numbers the body issues
 * @param until the last day, absent while open-ended
 */
public record ProposeIssuer(
        String issuerCode,
        String name,
        List<IssuerScope> scopes,
        LocalDate from,
        @Nullable LocalDate until,
        Asker asker)
        implements IssuerCommand {

    @Override
    public SequencedSet<StreamId> reads() {
        return new LinkedHashSet<>(List.of(
                IssuerProposal.STREAM.id(issuerCode),
                Issuer.STREAM.id(issuerCode),
                BusinessCalendar.STREAM,
                asker.appointments()));
    }

    @Override
    public Decision decide(View view) {
        var proposal = view.state(IssuerProposal.STREAM, issuerCode);
        var proposed = new IssuerProposed(
                issuerCode,
                proposal.proposals() + 1,
                name,
                scopes,
                from,
                until,
                IssuerProposal.digest(issuerCode, name, scopes, from, until),
                asker.subject());
        return asker.mayAdminister(view)
                .or(() -> anotherOpen(proposal))
                .or(() -> IssuerEntryCheck.objection(view.state(Issuer.STREAM, issuerCode), proposed))
                .map(Decision::refused)
                .orElseGet(() -> Decision.accepted(
                        List.of(NewEvent.of(IssuerProposal.STREAM.id(issuerCode), proposed)), proposed));
    }

    private static Optional<Refusal> anotherOpen(IssuerProposal proposal) {
        var open = proposal.open();
        return open == null
                ? Optional.empty()
                : Optional.of(
                        Refusal.conflict("ISSUER_PROPOSAL_OPEN", "number", Integer.toString(open.number()), null));
    }
}
