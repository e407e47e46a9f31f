package org.gongxue.creditbank.outcome;

import org.gongxue.eventlog.StreamType;
import org.gongxue.events.creditbank.CertificateNumberShown;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.OutcomeRefused;
import org.gongxue.events.creditbank.OutcomeRevoked;
import org.jspecify.annotations.Nullable;

/** A learning outcome: what was claimed, absent while unknown, and what became of it. */
public record Outcome(OutcomeState state, @Nullable OutcomeDeposited claim) {

    /** Outcomes by id. */
    public static final StreamType<Outcome> STREAM =
            StreamType.of("outcome", Outcome.class, 1, new Outcome(OutcomeState.UNKNOWN, null), Outcome::evolve);

    private static Outcome evolve(Outcome outcome, Object event) {
        return switch (event) {
            case OutcomeDeposited deposited -> new Outcome(OutcomeState.DEPOSITED, deposited);
            case OutcomeRecognized _ -> outcome.becoming(OutcomeState.DEPOSITED, OutcomeState.RECOGNIZED);
            case OutcomeRefused _ -> outcome.becoming(OutcomeState.DEPOSITED, OutcomeState.REFUSED);
            case OutcomeRevoked _ -> outcome.becoming(OutcomeState.RECOGNIZED, OutcomeState.REVOKED);
            case CertificateNumberShown _ -> outcome;
            default -> throw new IllegalStateException("On an outcome's stream: " + event);
        };
    }

    private Outcome becoming(OutcomeState from, OutcomeState to) {
        if (state != from) {
            throw new IllegalStateException("An outcome cannot go from " + state + " to " + to);
        }
        return new Outcome(to, claim);
    }
}
