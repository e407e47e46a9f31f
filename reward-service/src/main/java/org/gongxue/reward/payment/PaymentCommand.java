package org.gongxue.reward.payment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.entitlement.Entitlements;
import org.jspecify.annotations.Nullable;

/** What may be done about payments. */
public sealed interface PaymentCommand extends RewardCommand {

    @Override
    default StreamId home() {
        return PaymentDecider.home(this);
    }

    @Override
    default Decision decide(View view) {
        return PaymentDecider.decide(view, this);
    }

    /** The most lines or result rows in one command: it has to fit a commit. */
    int ROWS_MAX = 500;

    /** The maker starts a batch on a fund. */
    record OpenBatch(String fundId, String purpose) implements PaymentCommand {}

    /**
     * The maker adds lines; what turns out not payable, or without a payee, is left out.
     *
     * @param entitlementIds at most {@link #ROWS_MAX}; what is payable at the moment of asking, so no part of the request:
     *     a repeated request may find others
     * @param againAnyway whether a returned payment goes out again although the payee's account is the same
     */
    record ExtendBatch(String batchId, @JsonIgnore List<String> entitlementIds, boolean againAnyway)
            implements PaymentCommand {
        public ExtendBatch {
            entitlementIds = limited(entitlementIds);
        }

        @Override
        public Set<StreamId> reads() {
            return Entitlements.with(home(), entitlementIds);
        }
    }

    /** The maker fixes the lines. */
    record FreezeBatch(String batchId) implements PaymentCommand {}

    /**
     * The checker releases the batch.
     *
     * @param lines the control total the checker saw; null to take the batch's own
     * @param totalFen the same for the sum
     */
    record ApproveBatch(
            String batchId,
            @Nullable Integer lines,
            @Nullable Long totalFen) implements PaymentCommand {}

    /** Maker or checker gives the batch up. */
    record DiscardBatch(String batchId, String reason) implements PaymentCommand {}

    /**
     * A bank file was written.
     *
     * @param withdrawn how many lines had been taken out of the batch when it was: the file counts only if none has since
     */
    record NoteExport(String batchId, String template, String fileDigest, int lines, long totalFen, int withdrawn)
            implements PaymentCommand {}

    /** Rows of the bank's result file; at most {@link #ROWS_MAX}. */
    record SettleResults(String batchId, List<ResultRow> rows) implements PaymentCommand {
        public SettleResults {
            rows = limited(rows);
        }

        @Override
        public Set<StreamId> reads() {
            return Entitlements.with(
                    home(), rows.stream().map(ResultRow::entitlementId).toList());
        }
    }

    /** A result file was read to its end. */
    record NoteResults(String batchId, String fileDigest, int rows, int paid, int returned, int repeated, int unknown)
            implements PaymentCommand {}

    /**
     * One row of a result file.
     *
     * @param entitlementId whose payment the number is
     * @param paymentNumber 业务编号
     * @param failureCode why it was returned; null when it was paid
     * @param bankReference 银行流水号
     * @param at when the bank did it
     */
    record ResultRow(
            String entitlementId,
            String paymentNumber,
            @Nullable String failureCode,
            @Nullable String bankReference,
            Instant at) {}

    /** The answer about a batch. */
    record BatchAnswer(String batchId, String state, int lines, long totalFen) {}

    /** The answer to added lines; {@code leftOut} of those asked for could not be taken. */
    record ExtendedAnswer(int lines, long totalFen, int leftOut) {}

    /** What became of result rows, one {@link RowStatus} each, in order. */
    record SettledAnswer(List<RowStatus> statuses) {}

    /** What became of one result row. */
    enum RowStatus {
        /** The bank paid. */
        PAID,
        /** The bank sent it back. */
        RETURNED,
        /** Said before; nothing changed. */
        REPEATED,
        /** It says paid where the bank sent the money back, or paid once more; nothing changed. */
        CONTRADICTS,
        /** No such payment in this batch. */
        UNKNOWN,
        /** The money is being recovered, or was: what the bank sent back is entered there. */
        UNDER_RECOVERY,
        /** It cannot have been: before the batch was approved, or in the future. */
        IMPOSSIBLE_TIME
    }

    private static <T> List<T> limited(List<T> rows) {
        if (rows.size() > ROWS_MAX) {
            throw new IllegalArgumentException("at most " + ROWS_MAX + " at a time");
        }
        return List.copyOf(rows);
    }
}
