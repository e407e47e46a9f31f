package org.gongxue.enrollment.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.UnexpectedEvent;
import org.gongxue.enrollment.study.StudyCommand.RecordTuitionReceipt;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.TuitionReceiptRecorded;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/** Tuition receipts. A receipt number stands once within its university, and its amounts add up (invariant 5). */
public final class Receipts {

    /** A receipt; absent while the number is free. */
    public record ReceiptState(@Nullable TuitionReceiptRecorded receipt) {}

    /** Receipts by university and number. */
    public static final StreamType<ReceiptState> RECEIPT = StreamType.of(
            "tuition-receipt", ReceiptState.class, 1, new ReceiptState(null), (state, event) -> switch (event) {
                case TuitionReceiptRecorded recorded -> new ReceiptState(recorded);
                default -> throw new UnexpectedEvent("tuition-receipt", event);
            });

    private Receipts() {}

    /** Receipt numbers may be written in Chinese, stream ids not: a digest stands for the number. */
    static StreamId id(String universityId, String receiptNumber) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(receiptNumber.getBytes(StandardCharsets.UTF_8));
            return RECEIPT.id(universityId + ":" + HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    static Decision decide(View view, RecordTuitionReceipt c) {
        var refusal = Enrollments.refusal(view, c).or(() -> unbalanced(view, c));
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        var facts = Enrollments.find(view, c.universityId(), c.studentNumber())
                .orElseThrow()
                .facts();
        var receipt = new TuitionReceiptRecorded(
                facts.enrollmentId(),
                facts.learnerId(),
                c.receiptNumber(),
                c.dueFen(),
                c.waivedFen(),
                c.paidFen(),
                c.refundedFen(),
                c.paidOn());
        var stream = id(c.universityId(), c.receiptNumber());
        var known = view.state(RECEIPT, stream.id()).receipt();
        if (known != null) {
            return known.equals(receipt)
                    ? Decision.accepted(List.of(), Settled.duplicate(facts.enrollmentId(), c.receiptNumber()))
                    : Decision.refused(
                            Refusal.conflict("RECEIPT_NUMBER_TAKEN", "receiptNumber", c.receiptNumber(), null));
        }
        return Decision.accepted(
                List.of(new NewEvent(stream, receipt, BusinessCalendar.noon(c.paidOn()))),
                Settled.accepted(facts.enrollmentId()));
    }

    private static Optional<Refusal> unbalanced(View view, RecordTuitionReceipt c) {
        if (c.dueFen() != Math.addExact(c.paidFen(), c.waivedFen())) {
            return Optional.of(Refusal.invalid(
                    "TUITION_NOT_BALANCED",
                    "dueFen",
                    Long.toString(c.dueFen()),
                    Long.toString(c.paidFen() + c.waivedFen())));
        }
        if (c.refundedFen() > c.paidFen()) {
            return Optional.of(Refusal.invalid(
                    "REFUND_ABOVE_PAID", "refundedFen", Long.toString(c.refundedFen()), Long.toString(c.paidFen())));
        }
        var today = BusinessCalendar.today(view);
        return c.paidOn().isAfter(today)
                ? Optional.of(
                        Refusal.invalid("DATE_IN_FUTURE", "paidOn", c.paidOn().toString(), today.toString()))
                : Optional.empty();
    }
}
