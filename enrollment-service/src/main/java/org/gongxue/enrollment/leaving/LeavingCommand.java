package org.gongxue.enrollment.leaving;

import java.time.LocalDate;
import java.util.Set;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.enrollment.study.Enrollments;
import org.gongxue.enrollment.study.Report;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;

/** What can be asked about students who leave. */
public sealed interface LeavingCommand extends EnrollmentCommand {

    /** 退学, reported by the university. */
    record WithdrawStudent(String universityId, String studentNumber, LocalDate on, WithdrawalReason reason)
            implements LeavingCommand, Report {}

    /** Why a student left. */
    enum WithdrawalReason {
        /** 本人申请 */
        PERSONAL,
        /** 转学 */
        TRANSFERRED,
        /** 逾期未注册 */
        NOT_REGISTERED,
        /** 学校处分 */
        DISCIPLINE,
        /** 其他 */
        OTHER
    }

    @Override
    default Set<StreamId> reads() {
        return switch (this) {
            case WithdrawStudent w -> Set.of(Enrollments.number(w.universityId(), w.studentNumber()));
        };
    }

    @Override
    default Decision decide(View view) {
        return switch (this) {
            case WithdrawStudent withdraw -> Leaving.decide(view, withdraw);
        };
    }
}
