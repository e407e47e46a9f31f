package org.gongxue.enrollment.study;

import java.util.Optional;
import org.gongxue.enrollment.UnexpectedEvent;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.study.StudyCommand.TakeConversion;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.enrollment.StudentNumberAssigned;
import org.jspecify.annotations.Nullable;

/** The streams of enrollments, and what the deciders about them share. */
public final class Enrollments {

    /** Enrollments by id. */
    public static final StreamType<EnrollmentState> ENROLLMENT =
            StreamType.of("enrollment", EnrollmentState.class, 1, EnrollmentState.UNKNOWN, EnrollmentState::evolve);

    /** Whose a student number is; absent while free. */
    public record NumberState(@Nullable String enrollmentId) {}

    /** Student numbers, by {@link #number}. */
    public static final StreamType<NumberState> STUDENT_NUMBER = StreamType.of(
            "student-number", NumberState.class, 1, new NumberState(null), (state, event) -> switch (event) {
                case StudentNumberAssigned assigned -> new NumberState(assigned.enrollmentId());
                default -> throw new UnexpectedEvent("student-number", event);
            });

    private Enrollments() {}

    /** The stream of a university's student number. */
    public static StreamId number(String universityId, String studentNumber) {
        return STUDENT_NUMBER.id(universityId + ":" + studentNumber);
    }

    /** One application becomes one enrollment: the id follows from it. */
    public static String enrollmentId(String applicationId) {
        return "E-" + applicationId;
    }

    /** The application that became the enrollment. */
    public static String applicationId(String enrollmentId) {
        return enrollmentId.substring("E-".length());
    }

    /** The enrollment behind a university's student number. */
    public static Optional<EnrollmentState> find(View view, String universityId, String studentNumber) {
        var id = view.state(STUDENT_NUMBER, number(universityId, studentNumber).id())
                .enrollmentId();
        return Optional.ofNullable(id).map(e -> view.state(ENROLLMENT, e));
    }

    /** Empty when the reporter is of the university and the university has such a student. */
    public static Optional<Refusal> refusal(View view, Report report) {
        var mayNot = Acting.mayActAsAny(view, report.universityId(), StaffRole.REGISTRAR, StaffRole.PARTNER_UNIVERSITY);
        if (mayNot.isPresent()) {
            return mayNot;
        }
        return find(view, report.universityId(), report.studentNumber()).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.invalid("NOT_ENROLLED_HERE", "studentNumber", report.studentNumber(), null));
    }

    static Decision take(TakeConversion c) {
        return Decision.accepted(NewEvent.input(ENROLLMENT.id(c.enrollmentId())));
    }
}
