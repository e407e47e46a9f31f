package org.gongxue.creditbank.issuer;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.IssuerWithdrawn;
import org.gongxue.kit.calendar.BusinessCalendar;

/**
 * 撤销备案: an administrator ends what a body may issue. What was recognised stays recognised; a certificate found false
 * is revoked by itself.
 *
 * @param after the last day on which the body could issue
 */
public record WithdrawIssuer(String issuerCode, LocalDate after, WithdrawalReason reason, Asker asker)
        implements IssuerCommand {

    @Override
    public SequencedSet<StreamId> reads() {
        return new LinkedHashSet<>(
                List.of(Issuer.STREAM.id(issuerCode), BusinessCalendar.STREAM, asker.appointments()));
    }

    @Override
    public Decision decide(View view) {
        var before = view.state(Issuer.STREAM, issuerCode);
        return asker.mayAdminister(view)
                .or(() -> unknown(before))
                .or(() -> endedBefore(before))
                .map(Decision::refused)
                .orElseGet(() -> IssuerAnswer.accepted(
                        issuerCode, before, new IssuerWithdrawn(issuerCode, after, reason.name(), asker.subject())));
    }

    private Optional<Refusal> unknown(Issuer issuer) {
        return issuer.known()
                ? Optional.empty()
                : Optional.of(Refusal.notFound("ISSUER_UNKNOWN", "issuerCode", issuerCode));
    }

    /** A withdrawal that changes nothing would look like one that did. */
    private Optional<Refusal> endedBefore(Issuer issuer) {
        var until = issuer.latest().map(Issuer.Term::until).orElse(null);
        var openEnded = issuer.latest().isPresent() && until == null;
        return openEnded || (until != null && until.isAfter(after))
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "ISSUER_ENDED_BEFORE", "after", after.toString(), until == null ? null : until.toString()));
    }
}
