package org.gongxue.reward.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A payment batch with its control totals; its lines are on the entitlements.
 *
 * @param lines how many lines, numbered from 1 without a gap
 * @param totalFen their sum
 * @param revokedLines the first lines whose basis was revoked before anybody approved the batch, at most
 *     {@link #REVOKED_LINES_MAX}; with any it cannot be approved
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
        long totalFen,
        List<Integer> revokedLines) {

    /** How many revoked lines a state holds; more change nothing. */
    public static final int REVOKED_LINES_MAX = 100;

    static final BatchState NONE = new BatchState(BatchStage.NONE, "", "", "", "", null, null, null, 0, 0, List.of());

    public BatchState {
        revokedLines = List.copyOf(revokedLines);
    }

    BatchState withRevoked(int line) {
        var with = Stream.concat(revokedLines.stream(), Stream.of(line))
                .limit(REVOKED_LINES_MAX)
                .toList();
        return new BatchState(
                stage, batchId, fundId, purpose, openedBy, frozenBy, approvedBy, approvedOn, lines, totalFen, with);
    }

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
                Math.addExact(totalFen, moreFen),
                revokedLines);
    }

    BatchState frozen(String by) {
        return new BatchState(
                BatchStage.FROZEN,
                batchId,
                fundId,
                purpose,
                openedBy,
                by,
                approvedBy,
                approvedOn,
                lines,
                totalFen,
                revokedLines);
    }

    BatchState approved(String by, LocalDate on) {
        return new BatchState(
                BatchStage.APPROVED,
                batchId,
                fundId,
                purpose,
                openedBy,
                frozenBy,
                by,
                on,
                lines,
                totalFen,
                revokedLines);
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
                totalFen,
                revokedLines);
    }
}
