package org.gongxue.reward.payment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment batch with its control totals; its lines are on the entitlements.
 *
 * @param lines how many lines, numbered from 1 without a gap
 * @param totalFen their sum
 */
public record BatchState(
        BatchStage stage,
        String batchId,
        String fundId,
        String purpose,
        String openedBy,
        @Nullable String frozenBy,
        @Nullable String approvedBy,
        @Nullable LocalDate approvedOn,
        int lines,
        long totalFen) {

    static final BatchState NONE = new BatchState(BatchStage.NONE, "", "", "", "", null, null, null, 0, 0);

    BatchState extended(int lastLine, long moreFen) {
        return new BatchState(
                stage,
                batchId,
                fundId,
                purpose,
                openedBy,
                frozenBy,
                approvedBy,
                approvedOn,
                lastLine,
                Math.addExact(totalFen, moreFen));
    }

    BatchState frozen(String by) {
        return new BatchState(
                BatchStage.FROZEN, batchId, fundId, purpose, openedBy, by, approvedBy, approvedOn, lines, totalFen);
    }

    BatchState approved(String by, LocalDate on) {
        return new BatchState(
                BatchStage.APPROVED, batchId, fundId, purpose, openedBy, frozenBy, by, on, lines, totalFen);
    }

    BatchState discarded() {
        return new BatchState(
                BatchStage.DISCARDED,
                batchId,
                fundId,
                purpose,
                openedBy,
                frozenBy,
                approvedBy,
                approvedOn,
                lines,
                totalFen);
    }
}
