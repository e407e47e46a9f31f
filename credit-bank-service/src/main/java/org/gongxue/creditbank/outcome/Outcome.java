package org.gongxue.creditbank.outcome;

import org.gongxue.eventlog.StreamType;
import org.gongxue.events.creditbank.CertificateNumberShown;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.OutcomeRefused;
import org.gongxue.events.creditbank.OutcomeRevocationProposed;
import org.gongxue.events.creditbank.OutcomeRevocationRejected;
import org.gongxue.events.creditbank.OutcomeRevoked;
import org.jspecify.annotations.Nullable;

/**
 * A learning outcome and what became of it.
 *
 * @param claim what was claimed, absent while unknown
 * @param revocation the revocation that waits for another person, absent while none does
 */
public record Outcome(
        OutcomeState state,
        @Nullable OutcomeDeposited claim,
        @Nullable ProposedRevocation revocation) {

    /** Why somebody proposed to revoke it. */
    public record ProposedRevocation(String reasonCode, String proposedBy) {}

    /** Outcomes by id. */
    public static final StreamType<Outcome> STREAM =
            StreamType.of("outcome", Outcome.class, 1, new Outcome(OutcomeState.UNKNOWN, null, null), Outcome::evolve);

    private static Outcome evolve(Outcome outcome, Object event) {
        return switch (event) {
            case OutcomeDeposited deposited -> new Outcome(OutcomeState.DEPOSITED, deposited, null);
            case OutcomeRecognized _ -> outcome.becoming(OutcomeState.DEPOSITED, OutcomeState.RECOGNIZED);
            case OutcomeRefused _ -> outcome.becoming(OutcomeState.DEPOSITED, OutcomeState.REFUSED);
            case OutcomeRevoked _ -> outcome.becoming(OutcomeState.RECOGNIZED, OutcomeState.REVOKED);
            case OutcomeRevocationProposed proposed ->
                outcome.proposed(new ProposedRevocation(proposed.reasonCode(), proposed.proposedBy()));
            case OutcomeRevocationRejected _ -> outcome.becoming(OutcomeState.RECOGNIZED, OutcomeState.RECOGNIZED);
            case CertificateNumberShown _ -> outcome;
            default -> throw new IllegalStateException("On an outcome's stream: " + event);
        };
    }

    private Outcome becoming(OutcomeState from, OutcomeState to) {
        if (state != from) {
            throw new IllegalStateException("An outcome cannot go from " + state + " to " + to);
        }
        return new Outcome(to, claim, null);
    }

    private Outcome proposed(ProposedRevocation proposal) {
        if (state != OutcomeState.RECOGNIZED || revocation != null) {
            throw new IllegalStateException("An outcome " + state + " with " + revocation + " cannot be " + proposal);
        }
        return new Outcome(state, claim, proposal);
    }
}
