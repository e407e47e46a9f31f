package org.gongxue.reward.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.reward.PaymentBatchApproved;
import org.gongxue.events.reward.PaymentBatchDiscarded;
import org.gongxue.events.reward.PaymentBatchExported;
import org.gongxue.events.reward.PaymentBatchFrozen;
import org.gongxue.events.reward.PaymentBatchOpened;
import org.gongxue.events.reward.PaymentNumbersIssued;
import org.gongxue.events.reward.PaymentResultsImported;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.authority.Staff;
import org.gongxue.reward.ledger.FundBook.Cause;
import org.gongxue.reward.ledger.FundBooks;
import org.gongxue.reward.ledger.Ledger;
import org.gongxue.reward.payment.PaymentCommand.ApproveBatch;
import org.gongxue.reward.payment.PaymentCommand.BatchAnswer;
import org.gongxue.reward.payment.PaymentCommand.DiscardBatch;
import org.gongxue.reward.payment.PaymentCommand.ExtendBatch;
import org.gongxue.reward.payment.PaymentCommand.FreezeBatch;
import org.gongxue.reward.payment.PaymentCommand.NoteExport;
import org.gongxue.reward.payment.PaymentCommand.NoteResults;
import org.gongxue.reward.payment.PaymentCommand.OpenBatch;
import org.gongxue.reward.payment.PaymentCommand.SettleResults;

/** Decides about payment batches: a maker drafts and freezes, another person approves, the bank answers (invariant 10). */
final class PaymentDecider {

    private PaymentDecider() {}

    /** The stream a refusal is recorded on. */
    static StreamId home(PaymentCommand command) {
        return switch (command) {
            case OpenBatch c -> Ledger.FUND.id(c.fundId());
            case ExtendBatch c -> Batches.BATCH.id(c.batchId());
            case FreezeBatch c -> Batches.BATCH.id(c.batchId());
            case ApproveBatch c -> Batches.BATCH.id(c.batchId());
            case DiscardBatch c -> Batches.BATCH.id(c.batchId());
            case NoteExport c -> Batches.BATCH.id(c.batchId());
            case SettleResults c -> Batches.BATCH.id(c.batchId());
            case NoteResults c -> Batches.BATCH.id(c.batchId());
        };
    }

    /** What becomes of a command. */
    static Decision decide(View view, PaymentCommand command) {
        var forbidden = Staff.mayAct(view, StaffRole.FINANCE);
        if (forbidden.isPresent()) {
            return Decision.refused(forbidden.get());
        }
        return switch (command) {
            case OpenBatch c -> open(view, c);
            case ExtendBatch c -> in(view, c.batchId(), BatchStage.DRAFT, batch -> BatchLines.extend(view, batch, c));
            case FreezeBatch c -> in(view, c.batchId(), BatchStage.DRAFT, batch -> freeze(view, batch));
            case ApproveBatch c -> in(view, c.batchId(), BatchStage.FROZEN, batch -> approve(view, batch, c));
            case DiscardBatch c -> discard(view, c);
            case NoteExport c -> in(view, c.batchId(), BatchStage.APPROVED, batch -> exported(view, batch, c));
            case SettleResults c ->
                in(view, c.batchId(), BatchStage.APPROVED, batch -> BankResults.settle(view, batch, c));
            case NoteResults c -> in(view, c.batchId(), BatchStage.APPROVED, batch -> imported(view, batch, c));
        };
    }

    private static Decision in(View view, String batchId, BatchStage stage, Function<BatchState, Decision> then) {
        var batch = view.state(Batches.BATCH, batchId);
        return wrongStage(batch, batchId, stage).map(Decision::refused).orElseGet(() -> then.apply(batch));
    }

    private static Optional<Refusal> wrongStage(BatchState batch, String batchId, BatchStage stage) {
        if (batch.stage() == BatchStage.NONE) {
            return Optional.of(Refusal.notFound("BATCH_UNKNOWN", "batchId", batchId));
        }
        return batch.stage() == stage
                ? Optional.empty()
                : Optional.of(
                        Refusal.conflict("BATCH_STAGE", "state", batch.stage().word(), stage.word()));
    }

    private static Decision open(View view, OpenBatch command) {
        if (!view.state(Ledger.FUND, command.fundId()).opened()) {
            return Decision.refused(Refusal.notFound("FUND_UNKNOWN", "fundId", command.fundId()));
        }
        var year = BusinessCalendar.today(view).getYear();
        var number = view.state(Batches.NUMBERS, Integer.toString(year)).batches() + 1;
        var batchId = String.format(Locale.ROOT, "B-%d-%04d", year, number);
        view.state(Batches.BATCH, batchId);
        return Decision.accepted(
                List.of(
                        NewEvent.of(Batches.NUMBERS.id(Integer.toString(year)), new PaymentNumbersIssued(year, 1, 0)),
                        NewEvent.of(
                                Batches.BATCH.id(batchId),
                                new PaymentBatchOpened(
                                        batchId, command.fundId(), command.purpose(), Staff.subject(view)))),
                new BatchAnswer(batchId, BatchStage.DRAFT.word(), 0, 0));
    }

    private static Decision freeze(View view, BatchState batch) {
        if (batch.lines() == 0) {
            return Decision.refused(Refusal.conflict("BATCH_EMPTY", "lines", "0", "1"));
        }
        var revoked = holdsRevoked(batch);
        if (revoked.isPresent()) {
            return Decision.refused(revoked.get());
        }
        return answered(
                batch,
                BatchStage.FROZEN,
                NewEvent.of(
                        Batches.BATCH.id(batch.batchId()),
                        new PaymentBatchFrozen(batch.batchId(), batch.lines(), batch.totalFen(), Staff.subject(view))));
    }

    private static Decision approve(View view, BatchState batch, ApproveBatch command) {
        var checker = Staff.subject(view);
        if (checker.equals(batch.openedBy()) || checker.equals(batch.frozenBy())) {
            return Decision.refused(Staff.makerIsChecker());
        }
        var revoked = holdsRevoked(batch);
        if (revoked.isPresent()) {
            return Decision.refused(revoked.get());
        }
        var lines = command.lines();
        var totalFen = command.totalFen();
        if ((lines != null && lines != batch.lines()) || (totalFen != null && totalFen != batch.totalFen())) {
            return Decision.refused(Refusal.conflict(
                    "CONTROL_TOTAL", "totalFen", lines + "/" + totalFen, batch.lines() + "/" + batch.totalFen()));
        }
        var books = new FundBooks(view);
        books.send(Cause.batch(batch.batchId()), batch.shares());
        var events = new ArrayList<NewEvent>();
        events.add(NewEvent.of(
                Batches.BATCH.id(batch.batchId()),
                new PaymentBatchApproved(
                        batch.batchId(), batch.lines(), batch.totalFen(), BusinessCalendar.today(view), checker)));
        events.addAll(books.events());
        return answered(batch, BatchStage.APPROVED, events.toArray(NewEvent[]::new));
    }

    /** Nobody approves what would pay for a revoked outcome; the batch is given up and drawn again. */
    private static Optional<Refusal> holdsRevoked(BatchState batch) {
        return batch.revokedLines().isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "BATCH_HOLDS_REVOKED",
                        "lines",
                        batch.revokedLines().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        null));
    }

    private static Decision discard(View view, DiscardBatch command) {
        var batch = view.state(Batches.BATCH, command.batchId());
        if (batch.stage() != BatchStage.DRAFT && batch.stage() != BatchStage.FROZEN) {
            return Decision.refused(
                    wrongStage(batch, command.batchId(), BatchStage.FROZEN).orElseThrow());
        }
        return answered(
                batch,
                BatchStage.DISCARDED,
                NewEvent.of(
                        Batches.BATCH.id(batch.batchId()),
                        new PaymentBatchDiscarded(batch.batchId(), command.reason(), Staff.subject(view))));
    }

    private static Decision exported(View view, BatchState batch, NoteExport command) {
        if (command.withdrawn() != batch.withdrawn()) {
            return Decision.refused(Refusal.conflict(
                    "BATCH_CHANGED",
                    "withdrawn",
                    Integer.toString(command.withdrawn()),
                    Integer.toString(batch.withdrawn())));
        }
        return answered(
                batch,
                BatchStage.APPROVED,
                NewEvent.of(
                        Batches.BATCH.id(batch.batchId()),
                        new PaymentBatchExported(
                                batch.batchId(),
                                command.template(),
                                command.fileDigest(),
                                command.lines(),
                                command.totalFen(),
                                Staff.subject(view))));
    }

    private static Decision imported(View view, BatchState batch, NoteResults command) {
        return answered(
                batch,
                BatchStage.APPROVED,
                NewEvent.of(
                        Batches.BATCH.id(batch.batchId()),
                        new PaymentResultsImported(
                                batch.batchId(),
                                command.fileDigest(),
                                command.rows(),
                                command.paid(),
                                command.returned(),
                                command.repeated(),
                                command.unknown(),
                                Staff.subject(view))));
    }

    private static Decision answered(BatchState batch, BatchStage stage, NewEvent... events) {
        return Decision.accepted(
                List.of(events), new BatchAnswer(batch.batchId(), stage.word(), batch.lines(), batch.totalFen()));
    }
}
