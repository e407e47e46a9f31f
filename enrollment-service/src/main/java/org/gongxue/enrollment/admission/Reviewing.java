package org.gongxue.enrollment.admission;

import java.util.List;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.admission.ApplicationCommand.Review;
import org.gongxue.enrollment.admission.ApplicationCommand.ReviewReason;
import org.gongxue.enrollment.admission.ApplicationState.Stage;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.ApplicationRefused;
import org.gongxue.events.enrollment.ApplicationWaitlisted;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.enrollment.WaitlistEntered;
import org.gongxue.events.enrollment.WaitlistNumberIssued;
import org.gongxue.kit.calendar.BusinessCalendar;

/**
 * 审核 by the union above, by another person than the recommender. Approval gives a place in the order of approvals:
 * when the program and the quota have one and nobody waits for it already, else a number on the waitlist.
 */
final class Reviewing {

    private Reviewing() {}

    static Decision decide(View view, Review c) {
        var application = view.state(Applications.APPLICATION, c.applicationId());
        if (application.stage() == Stage.UNKNOWN) {
            return Applications.unknown(c.applicationId());
        }
        if (application.stage() != Stage.RECOMMENDED) {
            return Applications.wrongStage(application, Stage.RECOMMENDED);
        }
        var mayNot =
                Acting.mayAct(view, StaffRole.UNION_OFFICER, application.held().organizationId());
        if (mayNot.isPresent()) {
            return Decision.refused(mayNot.get());
        }
        var reviewer = Acting.subject(view);
        if (reviewer.equals(application.recommendedBy())
                || Acting.isLearner(view, application.submission().learnerId())) {
            return Decision.refused(Acting.makerIsChecker());
        }
        return c.approve() ? approve(view, application, reviewer) : decline(view, application, c);
    }

    private static Decision approve(View view, ApplicationState application, String reviewer) {
        var submitted = application.submission();
        var intake = view.state(Intakes.INTAKE, submitted.intakeId());
        var program = intake.program(submitted.programId()).orElseThrow();
        if (intake.hasRoom(program) && program.waiting() == 0) {
            return Decision.accepted(
                    Intakes.place(view, intake, program, application, null, reviewer),
                    Settled.accepted(submitted.applicationId()));
        }
        return waitlist(view, application, intake, program, reviewer);
    }

    private static Decision waitlist(
            View view, ApplicationState application, IntakeState intake, IntakeState.Program program, String reviewer) {
        var applicationId = application.submission().applicationId();
        var intakeId = intake.window().intakeId();
        var number = program.numbersIssued() + 1;
        var holder = Steps.waitlist(
                application.held().organizationId(), intake.window().closesOn());
        var waitlistId = Intakes.waitlistId(intakeId, program.programId(), number);
        if (view.state(Intakes.WAITLIST, waitlistId).applicationId() != null) {
            throw new IllegalStateException("Waitlist number " + waitlistId + " was given before");
        }
        return Decision.accepted(
                List.of(
                        NewEvent.of(
                                Applications.APPLICATION.id(applicationId),
                                new ApplicationWaitlisted(
                                        applicationId, reviewer, number, BusinessCalendar.today(view), holder)),
                        NewEvent.of(
                                Intakes.INTAKE.id(intakeId),
                                new WaitlistNumberIssued(intakeId, program.programId(), applicationId, number)),
                        NewEvent.of(
                                Intakes.WAITLIST.id(waitlistId),
                                new WaitlistEntered(intakeId, program.programId(), number, applicationId))),
                Settled.waitlisted(applicationId, number));
    }

    private static Decision decline(View view, ApplicationState application, Review c) {
        var submitted = application.submission();
        var reason = c.reason() == null ? ReviewReason.OTHER : c.reason();
        var refused = new ApplicationRefused(
                c.applicationId(), "REVIEW_" + reason, null, null, null, null, BusinessCalendar.today(view));
        return Decision.accepted(
                List.of(
                        NewEvent.of(Applications.APPLICATION.id(c.applicationId()), refused),
                        Withdrawal.released(view, submitted)),
                Settled.accepted(c.applicationId()));
    }
}
