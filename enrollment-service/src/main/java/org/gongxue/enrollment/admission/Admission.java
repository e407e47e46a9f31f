package org.gongxue.enrollment.admission;

import java.util.List;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.admission.ApplicationCommand.Admit;
import org.gongxue.enrollment.admission.ApplicationState.Stage;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.program.Programs;
import org.gongxue.enrollment.study.Enrollments;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.ApplicationAdmitted;
import org.gongxue.events.enrollment.ApplicationSubmitted;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.enrollment.StudentNumberAssigned;
import org.gongxue.kit.calendar.BusinessCalendar;

/** 录取: the university, and no other, turns a place into an enrollment with a student number of its own. */
final class Admission {

    private Admission() {}

    static Decision decide(View view, Admit c) {
        var application = view.state(Applications.APPLICATION, c.applicationId());
        if (application.stage() == Stage.UNKNOWN) {
            return Applications.unknown(c.applicationId());
        }
        var submitted = application.submission();
        var mayNot =
                Acting.mayActAsAny(view, submitted.universityId(), StaffRole.REGISTRAR, StaffRole.PARTNER_UNIVERSITY);
        if (mayNot.isPresent()) {
            return Decision.refused(mayNot.get());
        }
        var holds = view.state(
                        Enrollments.STUDENT_NUMBER,
                        Enrollments.number(submitted.universityId(), c.studentNumber())
                                .id())
                .enrollmentId();
        var enrollmentId = Enrollments.enrollmentId(c.applicationId());
        if (enrollmentId.equals(holds)) {
            return Decision.accepted(List.of(), Settled.duplicate(enrollmentId, enrollmentId));
        }
        if (application.stage() != Stage.PLACED) {
            return Applications.wrongStage(application, Stage.PLACED);
        }
        if (holds != null) {
            return Decision.refused(Refusal.conflict("STUDENT_NUMBER_TAKEN", "studentNumber", c.studentNumber(), null));
        }
        var today = BusinessCalendar.today(view);
        if (c.enrolledOn().isAfter(today)) {
            return Decision.refused(Refusal.invalid(
                    "DATE_IN_FUTURE", "enrolledOn", c.enrolledOn().toString(), today.toString()));
        }
        return Decision.accepted(enroll(view, c, submitted, enrollmentId), Settled.accepted(enrollmentId));
    }

    private static List<NewEvent> enroll(View view, Admit c, ApplicationSubmitted submitted, String enrollmentId) {
        var program = Programs.version(view, submitted.programId(), submitted.programVersion())
                .orElseThrow();
        if (view.exists(Enrollments.ENROLLMENT.id(enrollmentId))) {
            throw new IllegalStateException("Enrolled before: " + enrollmentId);
        }
        var enrolled = new LearnerEnrolled(
                enrollmentId,
                submitted.learnerId(),
                submitted.programId(),
                submitted.programVersion(),
                submitted.universityId(),
                c.studentNumber(),
                submitted.unitId(),
                program.requiredCredits(),
                c.enrolledOn());
        return List.of(
                NewEvent.of(
                        Applications.APPLICATION.id(c.applicationId()),
                        new ApplicationAdmitted(c.applicationId(), enrollmentId, c.enrolledOn())),
                new NewEvent(Enrollments.ENROLLMENT.id(enrollmentId), enrolled, BusinessCalendar.noon(c.enrolledOn())),
                NewEvent.of(
                        Enrollments.number(submitted.universityId(), c.studentNumber()),
                        new StudentNumberAssigned(submitted.universityId(), c.studentNumber(), enrollmentId)));
    }
}
