package org.gongxue.enrollment.leaving;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.admission.Applications;
import org.gongxue.enrollment.admission.Withdrawal;
import org.gongxue.enrollment.leaving.LeavingCommand.WithdrawStudent;
import org.gongxue.enrollment.study.EnrollmentState;
import org.gongxue.enrollment.study.Enrollments;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.LearnerWithdrawn;
import org.gongxue.kit.calendar.BusinessCalendar;

/** 退学. While the intake's window is still open, the place goes to the next on the waitlist. */
final class Leaving {

    private Leaving() {}

    static Decision decide(View view, WithdrawStudent c) {
        var refusal = Enrollments.refusal(view, c);
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        var enrollment =
                Enrollments.find(view, c.universityId(), c.studentNumber()).orElseThrow();
        var facts = enrollment.facts();
        if (enrollment.withdrawnOn() != null) {
            return Decision.accepted(
                    List.of(),
                    Settled.duplicate(
                            facts.enrollmentId(), enrollment.withdrawnOn().toString()));
        }
        var unfit = unfit(view, c, enrollment);
        if (unfit.isPresent()) {
            return Decision.refused(unfit.get());
        }
        var events = new ArrayList<NewEvent>();
        events.add(new NewEvent(
                Enrollments.ENROLLMENT.id(facts.enrollmentId()),
                new LearnerWithdrawn(
                        facts.enrollmentId(),
                        facts.learnerId(),
                        c.on(),
                        c.reason().name()),
                BusinessCalendar.noon(c.on())));
        var application = view.state(Applications.APPLICATION, Enrollments.applicationId(facts.enrollmentId()));
        events.addAll(Withdrawal.freed(view, application.submission()));
        return Decision.accepted(events, Settled.accepted(facts.enrollmentId()));
    }

    private static Optional<Refusal> unfit(View view, WithdrawStudent c, EnrollmentState enrollment) {
        if (enrollment.graduation() != null) {
            return Optional.of(Refusal.conflict("ALREADY_GRADUATED", "studentNumber", c.studentNumber(), null));
        }
        var today = BusinessCalendar.today(view);
        if (c.on().isAfter(today)) {
            return Optional.of(Refusal.invalid("DATE_IN_FUTURE", "on", c.on().toString(), today.toString()));
        }
        var enrolledOn = enrollment.facts().on();
        return c.on().isBefore(enrolledOn)
                ? Optional.of(Refusal.invalid("DATE_BEFORE_ENROLLMENT", "on", c.on().toString(), enrolledOn.toString()))
                : Optional.empty();
    }
}
