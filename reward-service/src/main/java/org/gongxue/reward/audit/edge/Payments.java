package org.gongxue.reward.audit.edge;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.reward.PaymentBatchApproved;
import org.gongxue.events.reward.PaymentBatchExported;
import org.gongxue.events.reward.PaymentBatchFrozen;
import org.gongxue.events.reward.PaymentBatchOpened;
import org.gongxue.events.reward.PaymentConfirmed;
import org.gongxue.events.reward.PaymentDrafted;
import org.gongxue.events.reward.PaymentResultsImported;
import org.gongxue.events.reward.PaymentReturned;
import org.gongxue.reward.audit.Explanation.Attempt;
import org.gongxue.reward.audit.Explanation.BankFile;
import org.gongxue.reward.audit.Explanation.BankLine;
import org.gongxue.reward.audit.Explanation.Batch;
import org.gongxue.reward.audit.Explanation.Entry;
import org.gongxue.reward.audit.Place;
import org.gongxue.reward.payment.Batches;
import org.jspecify.annotations.Nullable;

/** The payments of one entitlement: each attempt with its batch and the bank's line. */
@Singleton
class Payments {

    private final LogTrail trail;
    private final Decisions decisions;

    Payments(LogTrail trail, Decisions decisions) {
        this.trail = trail;
        this.decisions = decisions;
    }

    /** Attempts, oldest first, and the entries that moved their batches' money. */
    record Paid(List<Attempt> attempts, List<Entry> transfers) {}

    /** The payments that an entitlement's own events tell of. */
    Paid payments(List<Recorded> events) {
        var attempts = new ArrayList<Attempt>();
        var transfers = new ArrayList<Entry>();
        var batches = new HashMap<String, List<Recorded>>();
        for (var recorded : events) {
            if (recorded.event() instanceof PaymentDrafted drafted) {
                var batch = batches.computeIfAbsent(drafted.batchId(), id -> trail.stream(Batches.BATCH.id(id)));
                attempts.add(attempt(recorded, drafted, batch, answer(events, drafted.paymentNumber())));
                find(batch, PaymentBatchApproved.class)
                        .ifPresent(approved -> Decisions.funds(events)
                                .forEach(fundId -> transfers.addAll(decisions.posted(
                                        fundId, trail.decision(approved), "batch/" + drafted.batchId()))));
            }
        }
        return new Paid(attempts, transfers);
    }

    private static Attempt attempt(
            Recorded recorded, PaymentDrafted drafted, List<Recorded> batch, @Nullable Recorded answer) {
        return new Attempt(
                drafted.paymentNumber(),
                drafted.attempt(),
                drafted.line(),
                drafted.amountFen(),
                drafted.payeeVersion(),
                Place.of(recorded.envelope()),
                batch(batch),
                answer == null ? null : bankLine(answer, batch));
    }

    /** The bank's last word on an attempt: what was confirmed may still come back. */
    private static @Nullable Recorded answer(List<Recorded> events, String paymentNumber) {
        return events.stream()
                .filter(e -> switch (e.event()) {
                    case PaymentConfirmed paid -> paid.paymentNumber().equals(paymentNumber);
                    case PaymentReturned returned -> returned.paymentNumber().equals(paymentNumber);
                    default -> false;
                })
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private static Batch batch(List<Recorded> events) {
        var opened = find(events, PaymentBatchOpened.class)
                .orElseThrow(() -> new IllegalStateException("a payment in a batch that nobody opened"));
        var open = (PaymentBatchOpened) opened.event();
        var frozen = find(events, PaymentBatchFrozen.class);
        var freeze = frozen.map(e -> (PaymentBatchFrozen) e.event());
        var approved = find(events, PaymentBatchApproved.class);
        var approval = approved.map(e -> (PaymentBatchApproved) e.event());
        return new Batch(
                open.batchId(),
                open.fundId(),
                open.purpose(),
                open.openedBy(),
                Place.of(opened.envelope()),
                freeze.map(PaymentBatchFrozen::frozenBy).orElse(null),
                frozen.map(e -> Place.of(e.envelope())).orElse(null),
                approval.map(PaymentBatchApproved::approvedBy).orElse(null),
                approval.map(PaymentBatchApproved::approvedOn).orElse(null),
                approved.map(e -> Place.of(e.envelope())).orElse(null),
                freeze.map(PaymentBatchFrozen::lines).orElse(null),
                freeze.map(PaymentBatchFrozen::totalFen).orElse(null),
                exports(events));
    }

    private static List<BankFile> exports(List<Recorded> events) {
        var files = new ArrayList<BankFile>();
        for (var recorded : events) {
            if (recorded.event() instanceof PaymentBatchExported e) {
                files.add(new BankFile(e.fileDigest(), e.exportedBy(), Place.of(recorded.envelope())));
            }
        }
        return files;
    }

    private static BankLine bankLine(Recorded answer, List<Recorded> batch) {
        var at = Place.of(answer.envelope());
        var file = file(batch, answer.index());
        return switch (answer.event()) {
            case PaymentConfirmed e -> new BankLine("paid", e.bankReference(), null, e.paidOn(), at, file);
            case PaymentReturned e ->
                new BankLine("returned", e.bankReference(), e.failureCode(), e.returnedOn(), at, file);
            default -> throw new IllegalStateException("no answer of a bank: " + answer.type());
        };
    }

    /** The file that the line came in: it is closed by the event that follows its lines. */
    private static @Nullable BankFile file(List<Recorded> batch, long index) {
        for (var recorded : batch) {
            if (recorded.index() >= index && recorded.event() instanceof PaymentResultsImported e) {
                return new BankFile(e.fileDigest(), e.importedBy(), Place.of(recorded.envelope()));
            }
        }
        return null;
    }

    private static Optional<Recorded> find(List<Recorded> events, Class<?> type) {
        return events.stream().filter(e -> type.isInstance(e.event())).findFirst();
    }
}
