package org.gongxue.creditbank.revocation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.creditbank.outcome.Outcome;
import org.gongxue.creditbank.outcome.OutcomeState;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.kit.calendar.BusinessCalendar;

/** What every step of a revocation asks first: an administrator of the whole bank, and an outcome that is recognised. */
final class RevocationCheck {

    private RevocationCheck() {}

    static SequencedSet<StreamId> reads(String outcomeId, Asker asker) {
        return new LinkedHashSet<>(
                List.of(Outcome.STREAM.id(outcomeId), BusinessCalendar.STREAM, asker.appointments()));
    }

    static Optional<Refusal> objection(View view, String outcomeId, Asker asker) {
        return asker.mayAdminister(view).or(() -> switch (view.state(Outcome.STREAM, outcomeId)
                .state()) {
            case RECOGNIZED -> Optional.empty();
            case UNKNOWN -> Optional.of(Refusal.notFound("OUTCOME_UNKNOWN", "outcomeId", outcomeId));
            case DEPOSITED, REFUSED, REVOKED ->
                Optional.of(Refusal.conflict(
                        "OUTCOME_NOT_RECOGNIZED",
                        "outcomeId",
                        view.state(Outcome.STREAM, outcomeId).state().name(),
                        OutcomeState.RECOGNIZED.name()));
        });
    }

    static Refusal notProposed(String outcomeId) {
        return Refusal.conflict("REVOCATION_NOT_PROPOSED", "outcomeId", outcomeId, null);
    }
}
