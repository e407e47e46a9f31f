package org.gongxue.enrollment.study;

import java.util.List;
import java.util.Optional;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.UnexpectedEvent;
import org.gongxue.enrollment.program.Programs;
import org.gongxue.enrollment.study.StudyCommand.RecordTuitionReceipt;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.events.enrollment.TuitionReceiptRecorded;
import org.gongxue.events.enrollment.TuitionSettled;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Tuition receipts. A receipt number stands once within its university, its amounts add up (invariant 5), and all
 * receipts of an enrollment together settle no more than the program's tuition.
 */
public final class Receipts {

    /** A receipt; absent while the number is free. */
    public record ReceiptState(@Nullable TuitionReceiptRecorded receipt) {}

    /** Receipts by university and number. */
    public static final StreamType<ReceiptState> RECEIPT = StreamType.of(
            "tuition-receipt", ReceiptState.class, 1, new ReceiptState(null), (state, event) -> switch (event) {
                case TuitionReceiptRecorded recorded -> new ReceiptState(recorded);
                default -> throw new UnexpectedEvent("tuition-receipt", event);
            });

    /** How much of the tuition is settled, in fen. */
    public record TuitionState(long settledFen) {}

    /** Tuition by enrollment. */
    public static final StreamType<TuitionState> TUITION =
            StreamType.of("tuition", TuitionState.class, 1, new TuitionState(0), (state, event) -> switch (event) {
                case TuitionSettled settled ->
                    new TuitionState(Math.addExact(state.settledFen(), settled.settledFen()));
                default -> throw new UnexpectedEvent("tuition", event);
            });

    private Receipts() {}

    static StreamId id(String universityId, String receiptNumber) {
        return RECEIPT.id(universityId + ":" + receiptNumber);
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
        var settled = new TuitionSettled(facts.enrollmentId(), c.receiptNumber(), c.dueFen() - c.refundedFen());
        return exceeded(view, facts, settled)
                .map(Decision::refused)
                .orElseGet(() -> Decision.accepted(
                        List.of(
                                new NewEvent(stream, receipt, BusinessCalendar.noon(c.paidOn())),
                                NewEvent.of(TUITION.id(facts.enrollmentId()), settled)),
                        Settled.accepted(facts.enrollmentId())));
    }

    private static Optional<Refusal> exceeded(View view, LearnerEnrolled facts, TuitionSettled settled) {
        var total = Math.addExact(view.state(TUITION, facts.enrollmentId()).settledFen(), settled.settledFen());
        var tuition = Programs.version(view, facts.programId(), facts.programVersion())
                .orElseThrow()
                .tuitionFen();
        return total > tuition
                ? Optional.of(
                        Refusal.invalid("TUITION_EXCEEDED", "dueFen", Long.toString(total), Long.toString(tuition)))
                : Optional.empty();
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
