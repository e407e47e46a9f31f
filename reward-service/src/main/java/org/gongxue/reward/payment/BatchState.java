package org.gongxue.reward.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gongxue.events.reward.FundShare;
import org.gongxue.reward.ledger.FundBooks;
import org.jspecify.annotations.Nullable;

/**
 * A payment batch with its control totals; its lines are on the entitlements.
 *
 * @param fundId the fund that leads in paying every line
 * @param lines how many lines, numbered from 1 without a gap
 * @param shares what each fund pays of all lines together, the batch's own fund first
 * @param exports how often its file was written for the bank
 * @param withdrawn how many lines were taken out after the approval and before the first export
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
        List<FundShare> shares,
        int exports,
        int withdrawn,
        List<Integer> revokedLines) {

    /** How many revoked lines a state holds; more change nothing. */
    public static final int REVOKED_LINES_MAX = 100;

    static final BatchState NONE =
            new BatchState(BatchStage.NONE, "", "", "", "", null, null, null, 0, List.of(), 0, 0, List.of());

    public BatchState {
        shares = List.copyOf(shares);
        revokedLines = List.copyOf(revokedLines);
    }

    /** The sum of all lines in fen. */
    public long totalFen() {
        return shares.stream().mapToLong(FundShare::amountFen).reduce(0, Math::addExact);
    }

    BatchState withRevoked(int line) {
        if (stage == BatchStage.APPROVED) {
            return with(lines, shares, exports, withdrawn + 1, revokedLines);
        }
        var with = Stream.concat(revokedLines.stream(), Stream.of(line))
                .limit(REVOKED_LINES_MAX)
                .toList();
        return with(lines, shares, exports, withdrawn, with);
    }

    BatchState exported() {
        return with(lines, shares, exports + 1, withdrawn, revokedLines);
    }

    BatchState extended(int lastLine, List<FundShare> more) {
        var all = FundBooks.dues(Stream.concat(shares.stream(), more.stream()).toList());
        return with(lastLine, all, exports, withdrawn, revokedLines);
    }

    BatchState frozen(String by) {
        return at(BatchStage.FROZEN, by, approvedBy, approvedOn);
    }

    BatchState approved(String by, LocalDate on) {
        return at(BatchStage.APPROVED, frozenBy, by, on);
    }

    BatchState discarded() {
        return at(BatchStage.DISCARDED, frozenBy, approvedBy, approvedOn);
    }

    private BatchState with(int lastLine, List<FundShare> all, int files, int takenOut, List<Integer> revoked) {
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
                all,
                files,
                takenOut,
                revoked);
    }

    private BatchState at(BatchStage next, @Nullable String frozen, @Nullable String approved, @Nullable LocalDate on) {
        return new BatchState(
                next,
                batchId,
                fundId,
                purpose,
                openedBy,
                frozen,
                approved,
                on,
                lines,
                shares,
                exports,
                withdrawn,
                revokedLines);
    }
}
