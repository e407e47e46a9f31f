package org.gongxue.enrollment.study.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.enrollment.edge.Batch;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.enrollment.GraduationConfirmed;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.events.enrollment.LearnerWithdrawn;
import org.gongxue.events.enrollment.TuitionReceiptRecorded;

/** Enrollments with their ends, and tuition receipts. */
@Singleton
class EnrollmentProjection implements Projection {

    private static final String ENROLL = """
            INSERT INTO enrollment (enrollment_id, learner_id, program_id, program_version, university_id,
                student_number, unit_id, enrolled_on, credits_differ, enrolled_index)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, false, ?)
            """;
    private static final String WITHDRAW =
            "UPDATE enrollment SET withdrawn_on = ?, withdrawal_reason = ? WHERE enrollment_id = ?";
    private static final String GRADUATE =
            "UPDATE enrollment SET graduated_on = ?, credits_differ = ? WHERE enrollment_id = ?";
    private static final String RECEIPT = """
            INSERT INTO tuition_receipt (enrollment_id, receipt_number, due_fen, waived_fen, paid_fen, refunded_fen,
                paid_on, recorded_index)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    @Override
    public String name() {
        return "enrollments";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("enrollment", "tuition_receipt");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var batch = new Batch(c)) {
            for (var recorded : events) {
                write(batch, recorded);
            }
        }
    }

    private static void write(Batch batch, Recorded recorded) throws SQLException {
        switch (recorded.event()) {
            case LearnerEnrolled e ->
                batch.add(
                        ENROLL,
                        e.enrollmentId(),
                        e.learnerId(),
                        e.programId(),
                        e.programVersion(),
                        e.universityId(),
                        e.studentNumber(),
                        e.unitId(),
                        e.on(),
                        recorded.index());
            case LearnerWithdrawn w -> batch.add(WITHDRAW, w.on(), w.reasonCode(), w.enrollmentId());
            case GraduationConfirmed g ->
                batch.add(GRADUATE, g.awardedOn(), g.universityCredits() != g.countedCredits(), g.enrollmentId());
            case TuitionReceiptRecorded r ->
                batch.add(
                        RECEIPT,
                        r.enrollmentId(),
                        r.receiptNumber(),
                        r.dueFen(),
                        r.waivedFen(),
                        r.paidFen(),
                        r.refundedFen(),
                        r.paidOn(),
                        recorded.index());
            default -> {}
        }
    }
}
