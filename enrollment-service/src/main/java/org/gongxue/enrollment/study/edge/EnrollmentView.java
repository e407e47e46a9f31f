package org.gongxue.enrollment.study.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.enrollment.study.DegreeProgress;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.DegreeProgramPublished;
import org.gongxue.events.enrollment.ProgramCourse;
import org.jspecify.annotations.Nullable;

/**
 * An enrollment with the progress to its degree.
 *
 * @param state studying, graduated or withdrawn
 * @param creditsDiffer the university's credits at graduation were not the ones counted here
 * @param required credits the program asks for
 * @param counted credits that count: own and converted
 * @param own credits of courses passed at the university
 * @param convertedCredits credits of converted courses not passed otherwise
 * @param converted those courses, with the conversion behind each
 * @param missing courses neither passed nor converted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnrollmentView(
        String enrollmentId,
        String learnerId,
        String programId,
        int programVersion,
        String universityId,
        @Nullable String universityName,
        String major,
        DegreeLevel level,
        String studentNumber,
        String unitId,
        String state,
        LocalDate enrolledOn,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawalReason,
        @Nullable LocalDate graduatedOn,
        boolean creditsDiffer,
        int required,
        int counted,
        int own,
        int convertedCredits,
        List<DegreeProgress.Converted> converted,
        List<ProgramCourse> passed,
        List<ProgramCourse> missing,
        List<ReceiptView> receipts) {

    /** A tuition receipt, in fen. */
    public record ReceiptView(
            String receiptNumber, long dueFen, long waivedFen, long paidFen, long refundedFen, LocalDate paidOn) {

        private static ReceiptView of(TuitionReceipt r) {
            return new ReceiptView(r.receiptNumber, r.dueFen, r.waivedFen, r.paidFen, r.refundedFen, r.paidOn);
        }
    }

    static EnrollmentView of(
            Enrollment e,
            DegreeProgramPublished program,
            @Nullable String universityName,
            DegreeProgress progress,
            List<TuitionReceipt> receipts) {
        return new EnrollmentView(
                e.enrollmentId,
                e.learnerId,
                e.programId,
                e.programVersion,
                e.universityId,
                universityName,
                program.major(),
                program.level(),
                e.studentNumber,
                e.unitId,
                e.state(),
                e.enrolledOn,
                e.withdrawnOn,
                e.withdrawalReason,
                e.graduatedOn,
                e.creditsDiffer,
                progress.required(),
                progress.counted(),
                progress.own(),
                progress.converted(),
                progress.convertedCourses(),
                progress.passed(),
                progress.missing(),
                receipts.stream().map(ReceiptView::of).toList());
    }
}
