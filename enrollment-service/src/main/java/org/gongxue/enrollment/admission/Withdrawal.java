package org.gongxue.enrollment.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.admission.ApplicationCommand.Withdraw;
import org.gongxue.enrollment.admission.ApplicationState.Stage;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.learner.Learners;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.ApplicationSubmitted;
import org.gongxue.events.enrollment.ApplicationWithdrawn;
import org.gongxue.events.enrollment.PlaceFreed;
import org.gongxue.events.enrollment.WaitlistNumberReturned;
import org.gongxue.kit.calendar.BusinessCalendar;

/** An applicant steps back. A place freed before the window closes goes on; afterwards it stays used up. */
public final class Withdrawal {

    private Withdrawal() {}

    static Decision decide(View view, Withdraw c) {
        var application = view.state(Applications.APPLICATION, c.applicationId());
        if (application.stage() == Stage.UNKNOWN) {
            return Applications.unknown(c.applicationId());
        }
        var submitted = application.submission();
        var learner = Learners.registered(view, submitted.learnerId()).orElseThrow();
        var mayNot = Learners.mayActFor(view, learner);
        if (mayNot.isPresent()) {
            return Decision.refused(mayNot.get());
        }
        var given = switch (application.stage()) {
            case UNKNOWN, ENROLLED, REFUSED -> Optional.<List<NewEvent>>empty();
            case WITHDRAWN -> Optional.of(List.<NewEvent>of());
            case SUBMITTED, RECOMMENDED -> Optional.of(withdrawn(view, submitted, List.of()));
            case WAITLISTED -> Optional.of(withdrawn(view, submitted, numberReturned(view, application)));
            case PLACED -> Optional.of(withdrawn(view, submitted, freed(view, submitted)));
        };
        return given.map(events -> Decision.accepted(
                        events,
                        events.isEmpty()
                                ? Settled.duplicate(c.applicationId(), c.applicationId())
                                : Settled.accepted(c.applicationId())))
                .orElseGet(() -> Applications.wrongStage(application, Stage.PLACED));
    }

    /** The place given back, if the window of its intake is still open; the next on the waitlist follows. */
    public static List<NewEvent> freed(View view, ApplicationSubmitted submitted) {
        var today = BusinessCalendar.today(view);
        var intake = view.state(Intakes.INTAKE, submitted.intakeId());
        return intake.isOver(today)
                ? List.of()
                : List.of(NewEvent.of(
                        Intakes.INTAKE.id(submitted.intakeId()),
                        new PlaceFreed(submitted.intakeId(), submitted.programId(), submitted.applicationId(), today)));
    }

    /** The claim given back, after making sure it is this application's. */
    static NewEvent released(View view, ApplicationSubmitted submitted) {
        var claim = Applications.claim(submitted.identityToken(), submitted.intakeId());
        var holds = view.state(Applications.CLAIM, claim.id()).applicationId();
        if (!submitted.applicationId().equals(holds)) {
            throw new IllegalStateException("The claim of " + submitted.applicationId() + " belongs to " + holds);
        }
        return Applications.release(submitted);
    }

    private static List<NewEvent> numberReturned(View view, ApplicationState application) {
        var submitted = application.submission();
        var number = application.waitlistNumber();
        if (number == null || view.state(Intakes.INTAKE, submitted.intakeId()).opened() == null) {
            throw new IllegalStateException("A waitlisted application has a number in an intake");
        }
        return List.of(NewEvent.of(
                Intakes.INTAKE.id(submitted.intakeId()),
                new WaitlistNumberReturned(
                        submitted.intakeId(), submitted.programId(), submitted.applicationId(), number)));
    }

    private static List<NewEvent> withdrawn(View view, ApplicationSubmitted submitted, List<NewEvent> consequences) {
        var events = new ArrayList<NewEvent>();
        events.add(NewEvent.of(
                Applications.APPLICATION.id(submitted.applicationId()),
                new ApplicationWithdrawn(
                        submitted.applicationId(), Acting.subject(view), BusinessCalendar.today(view))));
        events.addAll(consequences);
        events.add(released(view, submitted));
        return List.copyOf(events);
    }
}
