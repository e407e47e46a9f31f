package org.gongxue.creditbank.outcome.edge;

import java.time.LocalDate;
import java.util.List;
import org.gongxue.creditbank.outcome.OutcomeState;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.RefusalReason;
import org.jspecify.annotations.Nullable;

/** A row of {@code learning_outcome} that is not written yet. */
record OutcomeRow(OutcomeDeposited deposited, long index, Judgement judgement) {

    /**
     * What became of an outcome last.
     *
     * @param revocation why and when it was revoked, or proposed to be while the state is recognized
     */
    record Judgement(
            String outcomeId,
            OutcomeState state,
            List<RefusalReason> reasons,
            @Nullable Revocation revocation) {

        static Judgement of(String outcomeId, OutcomeState state) {
            return new Judgement(outcomeId, state, List.of(), null);
        }

        Judgement with(Revocation made) {
            return new Judgement(outcomeId, state, reasons, made);
        }
    }

    /** A revocation; {@code proposedBy} only as long as it is no more than proposed. */
    record Revocation(
            LocalDate on, String reasonCode, @Nullable String proposedBy) {}

    static OutcomeRow of(OutcomeDeposited deposited, long index) {
        return new OutcomeRow(deposited, index, Judgement.of(deposited.outcomeId(), OutcomeState.DEPOSITED));
    }

    OutcomeRow judged(Judgement later) {
        return new OutcomeRow(deposited, index, later);
    }
}
