package org.gongxue.reward.payment;

import java.util.List;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.PaymentBatchApproved;
import org.gongxue.events.reward.PaymentBatchDiscarded;
import org.gongxue.events.reward.PaymentBatchEvent;
import org.gongxue.events.reward.PaymentBatchExported;
import org.gongxue.events.reward.PaymentBatchExtended;
import org.gongxue.events.reward.PaymentBatchFrozen;
import org.gongxue.events.reward.PaymentBatchOpened;
import org.gongxue.events.reward.PaymentLineRevoked;
import org.gongxue.events.reward.PaymentNumbersIssued;
import org.gongxue.events.reward.PaymentResultsImported;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Settlement;

/** How batches, and the year's numbers of batches and payments, follow from events. */
public final class Batches {

    /** The numbers given out in one year. */
    public record NumbersState(int batches, int payments) {}

    /** Payment batches by id. */
    public static final StreamType<BatchState> BATCH =
            StreamType.of("batch", BatchState.class, 3, BatchState.NONE, Batches::evolve);

    /** Numbers by year. */
    public static final StreamType<NumbersState> NUMBERS =
            StreamType.of("payment-numbers", NumbersState.class, 1, new NumbersState(0, 0), (state, event) -> {
                var issued = (PaymentNumbersIssued) event;
                return new NumbersState(state.batches() + issued.batches(), state.payments() + issued.payments());
            });

    private Batches() {}

    /** Whether what is owed is not on its way: in no batch, or only in one that was given up. */
    public static boolean isFree(View view, EntitlementState entitlement) {
        var attempt = entitlement.attempt();
        return entitlement.owed()
                && (attempt == null
                        || attempt.settlement() != Settlement.OPEN
                        || view.state(BATCH, attempt.batchId()).stage() == BatchStage.DISCARDED);
    }

    private static BatchState evolve(BatchState batch, Object event) {
        return switch ((PaymentBatchEvent) event) {
            case PaymentBatchOpened e -> {
                in(batch, BatchStage.NONE, event);
                yield new BatchState(
                        BatchStage.DRAFT,
                        e.batchId(),
                        e.fundId(),
                        e.purpose(),
                        e.openedBy(),
                        null,
                        null,
                        null,
                        0,
                        List.of(),
                        0,
                        0,
                        List.of());
            }
            case PaymentBatchExtended e -> in(batch, BatchStage.DRAFT, event).extended(e.lastLine(), e.shares());
            case PaymentLineRevoked e -> batch.withRevoked(e.line());
            case PaymentBatchFrozen e -> in(batch, BatchStage.DRAFT, event).frozen(e.frozenBy());
            case PaymentBatchApproved e -> in(batch, BatchStage.FROZEN, event).approved(e.approvedBy(), e.approvedOn());
            case PaymentBatchDiscarded _ -> batch.discarded();
            case PaymentBatchExported _ -> in(batch, BatchStage.APPROVED, event).exported();
            case PaymentResultsImported _ -> in(batch, BatchStage.APPROVED, event);
        };
    }

    private static BatchState in(BatchState batch, BatchStage stage, Object event) {
        if (batch.stage() != stage) {
            throw new IllegalStateException(
                    event.getClass().getSimpleName() + " cannot follow " + batch.stage() + " of " + batch.batchId());
        }
        return batch;
    }
}
