package org.gongxue.creditbank.issuer;

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
import org.gongxue.events.creditbank.IssuerConfirmed;
import org.gongxue.events.creditbank.IssuerProposed;
import org.gongxue.kit.calendar.BusinessCalendar;

/**
 * Another administrator confirms a proposed entry, which so takes effect: who makes does not check (invariant 10).
 *
 * @param digest of the terms this person checked
 */
public record ConfirmIssuer(String issuerCode, int number, String digest, Asker asker) implements IssuerCommand {

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
        var open = proposal.open();
        var forbidden = asker.mayAdminister(view).or(() -> proposal.notOpen(number));
        if (open == null || forbidden.isPresent()) {
            return Decision.refused(forbidden.orElseThrow());
        }
        var before = view.state(Issuer.STREAM, issuerCode);
        return unchecked(open)
                .or(() -> IssuerEntryCheck.objection(before, open))
                .map(Decision::refused)
                .orElseGet(() -> confirmed(before, open));
    }

    private Optional<Refusal> unchecked(IssuerProposed open) {
        if (open.proposedBy().equals(asker.subject())) {
            return Optional.of(Refusal.forbidden("MAKER_IS_CHECKER", null, null));
        }
        return open.digest().equals(digest)
                ? Optional.empty()
                : Optional.of(Refusal.conflict("ISSUER_PROPOSAL_CHANGED", "digest", digest, open.digest()));
    }

    private Decision confirmed(Issuer before, IssuerProposed open) {
        var registered = IssuerEntryCheck.registered(open, asker.subject());
        return Decision.accepted(
                List.of(
                        NewEvent.of(
                                IssuerProposal.STREAM.id(issuerCode),
                                new IssuerConfirmed(issuerCode, number, digest, asker.subject())),
                        NewEvent.of(Issuer.STREAM.id(issuerCode), registered)),
                new IssuerAnswer(issuerCode, before.evolve(registered)));
    }
}
