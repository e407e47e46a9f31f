package org.gongxue.eventlog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongxue.eventlog.ParkedLine.Place;
import org.gongxue.eventlog.ParkedLine.Proposal;
import org.gongxue.eventlog.ParkingEvent.DiscardProposed;
import org.gongxue.eventlog.ParkingEvent.InputDiscarded;
import org.gongxue.eventlog.ParkingEvent.ProposalRejected;
import org.gongxue.eventlog.ParkingEvent.ReleaseConfirmed;
import org.gongxue.eventlog.ParkingEvent.ReleaseProposed;

/** Decides who may have parked inputs released or dropped: one person proposes, another confirms (invariant 10). */
final class ParkedDecider {

    private ParkedDecider() {}

    static Decision decide(View view, Domain<?> domain, ParkedCommand command) {
        Optional<Refusal> notTheirs = domain.refusesParkedDecision(view);
        if (notTheirs.isPresent()) {
            return Decision.refused(notTheirs.get());
        }
        ParkedLine line = view.state(ParkedLine.STREAM, command.subject());
        String by = view.context().actor();
        return switch (command) {
            case ParkedCommand.ProposeRelease c ->
                propose(
                        line,
                        c,
                        c.source(),
                        c.index(),
                        new ReleaseProposed(c.subject(), c.proposalId(), c.source(), c.index(), by));
            case ParkedCommand.ProposeDiscard c ->
                propose(
                        line,
                        c,
                        c.source(),
                        c.index(),
                        new DiscardProposed(c.subject(), c.proposalId(), c.source(), c.index(), c.reason(), by));
            case ParkedCommand.Confirm c -> confirm(line, c, by);
            case ParkedCommand.Reject c ->
                line.proposal() == null || !line.proposal().id().equals(c.proposalId())
                        ? settled(c.proposalId())
                        : accepted(c, new ProposalRejected(c.subject(), c.proposalId(), by));
        };
    }

    private static Decision propose(
            ParkedLine line, ParkedCommand command, String source, long index, ParkingEvent proposed) {
        Place first = line.first();
        if (first == null) {
            return Decision.refused(Refusal.notFound("PARKED_NOTHING", "subject", command.subject()));
        }
        if (!first.equals(new Place(source, index))) {
            return Decision.refused(Refusal.conflict(
                    "PARKED_NOT_FIRST", "index", source + "/" + index, first.source() + "/" + first.index()));
        }
        if (line.proposal() != null) {
            return Decision.refused(Refusal.conflict("PARKED_PROPOSAL_OPEN", "subject", command.subject(), null));
        }
        return accepted(command, proposed);
    }

    private static Decision confirm(ParkedLine line, ParkedCommand.Confirm c, String by) {
        Proposal proposal = line.proposal();
        if (proposal == null || !proposal.id().equals(c.proposalId())) {
            return settled(c.proposalId());
        }
        if (proposal.by().equals(by)) {
            return Decision.refused(Refusal.forbidden("MAKER_IS_CHECKER", null, null));
        }
        DiscardReason discard = proposal.discard();
        Place first = Objects.requireNonNull(line.first(), "a proposal is about the first input of its line");
        return accepted(
                c,
                discard == null
                        ? new ReleaseConfirmed(c.subject(), c.proposalId(), by)
                        : new InputDiscarded(c.subject(), c.proposalId(), first.source(), first.index(), discard, by));
    }

    private static Decision settled(String proposalId) {
        return Decision.refused(Refusal.conflict("PARKED_PROPOSAL_SETTLED", "proposalId", proposalId, null));
    }

    private static Decision accepted(ParkedCommand command, ParkingEvent event) {
        return Decision.accepted(List.of(NewEvent.of(ParkedLine.STREAM.id(command.subject()), event)));
    }
}
