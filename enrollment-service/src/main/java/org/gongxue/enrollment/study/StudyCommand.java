package org.gongxue.enrollment.study;

import java.time.LocalDate;
import java.util.Set;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.enrollment.Reads;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.jspecify.annotations.Nullable;

/** What can be asked about an enrollment: by its university, who knows it by student number, or by the credit bank. */
public sealed interface StudyCommand extends EnrollmentCommand {

    /** 课程成绩: the result of a course in a term; credits, when given, must be the program's. */
    record RecordCourseResult(
            String universityId,
            String studentNumber,
            String courseCode,
            @Nullable Integer credits,
            @Nullable Integer score,
            boolean passed,
            String term)
            implements StudyCommand, Report {}

    /** 学费收据, all in fen: due = waived + paid, refunded is part of paid. */
    record RecordTuitionReceipt(
            String universityId,
            String studentNumber,
            String receiptNumber,
            long dueFen,
            long waivedFen,
            long paidFen,
            long refundedFen,
            LocalDate paidOn)
            implements StudyCommand, Report {}

    /** The credit bank converted an outcome into credits of this enrollment, or reversed that. */
    record TakeConversion(String enrollmentId) implements StudyCommand {}

    @Override
    default Set<StreamId> reads() {
        return switch (this) {
            case RecordTuitionReceipt r ->
                Reads.of(
                        Receipts.id(r.universityId(), r.receiptNumber()),
                        Enrollments.number(r.universityId(), r.studentNumber()));
            case RecordCourseResult r -> Set.of(Enrollments.number(r.universityId(), r.studentNumber()));
            case TakeConversion t -> Set.of(Enrollments.ENROLLMENT.id(t.enrollmentId()));
        };
    }

    @Override
    default Decision decide(View view) {
        return switch (this) {
            case RecordCourseResult result -> CourseResults.decide(view, result);
            case RecordTuitionReceipt receipt -> Receipts.decide(view, receipt);
            case TakeConversion taken -> Enrollments.take(taken);
        };
    }
}
