package org.gongxue.enrollment.admission;

import java.time.LocalDate;
import java.util.List;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.admission.ApplicationCommand.Submit;
import org.gongxue.enrollment.admission.ApplicationState.Stage;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.learner.Learners;
import org.gongxue.enrollment.program.Programs;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.ApplicationRefused;
import org.gongxue.events.enrollment.ApplicationSubmitted;
import org.gongxue.events.enrollment.DegreeProgramPublished;
import org.gongxue.events.enrollment.Holder;
import org.gongxue.events.enrollment.IntakeClaimed;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * An application comes in. What the applicant could not know or mend before (an earlier application, schooling below
 * the entry level) is refused at once as a fact with its reason; a request that makes no sense is not recorded as an
 * application at all.
 */
final class Submission {

    private Submission() {}

    static Decision decide(View view, Submit c) {
        var learner = Learners.registered(view, c.learnerId());
        if (learner.isEmpty()) {
            return Decision.refused(Refusal.notFound("NOT_FOUND", "learnerId", c.learnerId()));
        }
        var mayNot = Learners.mayActFor(view, learner.get());
        if (mayNot.isPresent()) {
            return Decision.refused(mayNot.get());
        }
        var intake = view.state(Intakes.INTAKE, c.intakeId());
        if (intake.opened() == null) {
            return Decision.refused(Refusal.notFound("NOT_FOUND", "intakeId", c.intakeId()));
        }
        var program = Intakes.program(view, intake, c.programId());
        if (program.isEmpty()) {
            return Decision.refused(Refusal.invalid("PROGRAM_NOT_IN_INTAKE", "programId", c.programId(), null));
        }
        var today = BusinessCalendar.today(view);
        if (!intake.takesApplicationsOn(today)) {
            return Decision.refused(windowClosed(intake, today));
        }
        if (view.state(Applications.APPLICATION, c.applicationId()).stage() != Stage.UNKNOWN) {
            return Decision.refused(Refusal.conflict("APPLICATION_EXISTS", "applicationId", c.applicationId(), null));
        }
        return judge(view, c, learner.get(), intake, program.get());
    }

    static Refusal windowClosed(IntakeState intake, LocalDate today) {
        var window = intake.window();
        return Refusal.conflict(
                "WINDOW_CLOSED", "intakeId", today.toString(), window.opensOn() + "/" + window.closesOn());
    }

    private static Decision judge(
            View view, Submit c, LearnerRegistered learner, IntakeState intake, DegreeProgramPublished program) {
        var first = view.state(
                        Applications.CLAIM,
                        Applications.claim(learner.identityToken(), c.intakeId())
                                .id())
                .applicationId();
        if (first != null) {
            return refusedAtOnce(view, c, learner, program, Settled.duplicate(c.applicationId(), first));
        }
        var least = Programs.least(program.entryLevel());
        if (learner.educationLevel().compareTo(least) < 0) {
            return refusedAtOnce(
                    view,
                    c,
                    learner,
                    program,
                    Settled.refused(
                            c.applicationId(),
                            "EDUCATION_BELOW_ENTRY",
                            "educationLevel",
                            learner.educationLevel().name(),
                            least.name()));
        }
        var window = intake.window();
        var holder = Steps.recommendation(
                learner.unitId(), BusinessCalendar.today(view), window.answerDays(), window.closesOn());
        return Decision.accepted(
                List.of(
                        submitted(view, c, learner, program, holder),
                        NewEvent.of(
                                Applications.claim(learner.identityToken(), c.intakeId()),
                                new IntakeClaimed(learner.identityToken(), c.intakeId(), c.applicationId()))),
                Settled.accepted(c.applicationId()));
    }

    private static Decision refusedAtOnce(
            View view, Submit c, LearnerRegistered learner, DegreeProgramPublished program, Settled settled) {
        var refused = new ApplicationRefused(
                c.applicationId(),
                settled.refusal().code(),
                settled.field(),
                settled.value(),
                settled.needed(),
                settled.first(),
                BusinessCalendar.today(view));
        return Decision.accepted(
                List.of(
                        submitted(view, c, learner, program, null),
                        NewEvent.of(Applications.APPLICATION.id(c.applicationId()), refused)),
                settled);
    }

    private static NewEvent submitted(
            View view, Submit c, LearnerRegistered learner, DegreeProgramPublished program, @Nullable Holder holder) {
        return NewEvent.of(
                Applications.APPLICATION.id(c.applicationId()),
                new ApplicationSubmitted(
                        c.applicationId(),
                        c.intakeId(),
                        c.programId(),
                        program.programVersion(),
                        program.universityId(),
                        learner.learnerId(),
                        learner.identityToken(),
                        learner.unitId(),
                        learner.educationLevel(),
                        Acting.subject(view),
                        BusinessCalendar.today(view),
                        holder));
    }
}
