package org.gongxue.enrollment.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.UnexpectedEvent;
import org.gongxue.enrollment.admission.ApplicationState.Stage;
import org.gongxue.enrollment.admission.IntakeCommand.CloseIntake;
import org.gongxue.enrollment.admission.IntakeCommand.OpenIntake;
import org.gongxue.enrollment.admission.IntakeCommand.Places;
import org.gongxue.enrollment.admission.IntakeCommand.PromoteNext;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.program.Programs;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.ApplicationPlaced;
import org.gongxue.events.enrollment.DegreeProgramPublished;
import org.gongxue.events.enrollment.IntakeClosed;
import org.gongxue.events.enrollment.IntakeEvent;
import org.gongxue.events.enrollment.IntakeOpened;
import org.gongxue.events.enrollment.PlaceTaken;
import org.gongxue.events.enrollment.ProgramPlaces;
import org.gongxue.events.enrollment.WaitlistEntered;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/** Decides about intakes: opening, promotion from the waitlist, closing. */
public final class Intakes {

    /** The most programs of an intake: all their places stand in one head. */
    public static final int PROGRAMS_MAX = 30;

    /** Intakes by id. */
    public static final StreamType<IntakeState> INTAKE =
            StreamType.of("intake", IntakeState.class, 1, IntakeState.UNKNOWN, (state, event) -> switch (event) {
                case IntakeEvent e -> state.evolve(e);
                default -> throw new UnexpectedEvent("intake", event);
            });

    /** Who waits with one number of a program's waitlist; absent while the number was not given. */
    public record WaitlistState(@Nullable String applicationId) {}

    /** Waitlist numbers, by {@link #waitlistId}. */
    public static final StreamType<WaitlistState> WAITLIST = StreamType.of(
            "waitlist", WaitlistState.class, 1, new WaitlistState(null), (state, event) -> switch (event) {
                case WaitlistEntered entered -> new WaitlistState(entered.applicationId());
                default -> throw new UnexpectedEvent("waitlist", event);
            });

    private Intakes() {}

    static String waitlistId(String intakeId, String programId, int number) {
        return intakeId + ":" + programId + ":" + number;
    }

    static Decision decide(View view, IntakeCommand command) {
        return switch (command) {
            case OpenIntake open -> open(view, open);
            case PromoteNext promote -> promoteNext(view, promote);
            case CloseIntake close -> close(view, close);
        };
    }

    private static Decision open(View view, OpenIntake c) {
        var refusal = Acting.administers(view).or(() -> unfit(view, c));
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        var programs = new ArrayList<ProgramPlaces>();
        for (var asked : c.programs()) {
            var latest = Programs.latest(view, asked.programId());
            if (latest.isEmpty()) {
                return Decision.refused(
                        Refusal.invalid("PROGRAM_UNKNOWN", "places.programId", asked.programId(), null));
            }
            programs.add(new ProgramPlaces(asked.programId(), latest.get().programVersion(), asked.places()));
        }
        var opened = new IntakeOpened(
                c.intakeId(), c.year(), c.opensOn(), c.closesOn(), c.quota(), c.answerDays(), List.copyOf(programs));
        var known = view.state(INTAKE, c.intakeId()).opened();
        if (known != null) {
            return known.equals(opened)
                    ? Decision.accepted(List.of(), Settled.duplicate(c.intakeId(), c.intakeId()))
                    : Decision.refused(Refusal.conflict("INTAKE_EXISTS", "intakeId", c.intakeId(), null));
        }
        return Decision.accepted(List.of(NewEvent.of(INTAKE.id(c.intakeId()), opened)), Settled.accepted(c.intakeId()));
    }

    private static Optional<Refusal> unfit(View view, OpenIntake c) {
        if (c.closesOn().isBefore(c.opensOn())) {
            return Optional.of(Refusal.invalid(
                    "DATES_REVERSED",
                    "closesOn",
                    c.closesOn().toString(),
                    c.opensOn().toString()));
        }
        var today = BusinessCalendar.today(view);
        if (c.closesOn().isBefore(today)) {
            return Optional.of(
                    Refusal.invalid("DATE_PASSED", "closesOn", c.closesOn().toString(), today.toString()));
        }
        if (c.opensOn().getYear() != c.year()) {
            return Optional.of(Refusal.invalid(
                    "YEAR_DIFFERS",
                    "year",
                    Integer.toString(c.year()),
                    Integer.toString(c.opensOn().getYear())));
        }
        var distinct = c.programs().stream().map(Places::programId).distinct().count();
        return distinct < c.programs().size()
                ? Optional.of(Refusal.invalid("PROGRAM_TWICE", "places", null, null))
                : Optional.empty();
    }

    /**
     * The freed place goes to the lowest number still waiting in its program; when nobody waits there but the quota had
     * kept others out, to the first program, in the intake's order, with room and someone waiting. Nothing happens once
     * the window is over, or when the place is gone already.
     */
    private static Decision promoteNext(View view, PromoteNext c) {
        requireService(view);
        var today = BusinessCalendar.today(view);
        var intake = view.state(INTAKE, c.intakeId());
        if (intake.opened() == null || intake.isOver(today)) {
            return Decision.accepted();
        }
        return Stream.concat(intake.program(c.programId()).stream(), intake.programs().stream())
                .filter(intake::hasRoom)
                .filter(program -> program.waiting() > 0)
                .findFirst()
                .map(program -> promote(view, intake, program))
                .orElseGet(Decision::accepted);
    }

    private static Decision promote(View view, IntakeState intake, IntakeState.Program program) {
        var window = intake.window();
        for (var number = program.promoted() + 1; number <= program.numbersIssued(); number++) {
            var applicationId = view.state(WAITLIST, waitlistId(window.intakeId(), program.programId(), number))
                    .applicationId();
            if (applicationId == null) {
                throw new IllegalStateException("Waitlist number " + number + " belongs to nobody");
            }
            var application = view.state(Applications.APPLICATION, applicationId);
            if (application.stage() == Stage.WAITLISTED) {
                return Decision.accepted(
                        place(view, intake, program, application, number, null), Settled.accepted(applicationId));
            }
        }
        throw new IllegalStateException(
                program.waiting() + " wait in " + program.programId() + ", but nobody is found");
    }

    /** A place for an application, taken at its review or from the waitlist. */
    static List<NewEvent> place(
            View view,
            IntakeState intake,
            IntakeState.Program program,
            ApplicationState application,
            @Nullable Integer waitlistNumber,
            @Nullable String reviewedBy) {
        var window = intake.window();
        var today = BusinessCalendar.today(view);
        var holder = Steps.university(application.submission().universityId(), today, window.answerDays());
        var applicationId = application.submission().applicationId();
        var taken = new PlaceTaken(
                window.intakeId(), program.programId(), applicationId, intake.used() + 1, waitlistNumber);
        return List.of(
                NewEvent.of(
                        Applications.APPLICATION.id(applicationId),
                        new ApplicationPlaced(applicationId, reviewedBy, waitlistNumber, today, holder)),
                NewEvent.of(INTAKE.id(window.intakeId()), taken));
    }

    private static Decision close(View view, CloseIntake c) {
        requireService(view);
        var today = BusinessCalendar.today(view);
        var intake = view.state(INTAKE, c.intakeId());
        return intake.opened() == null || intake.closed() || !intake.isOver(today)
                ? Decision.accepted()
                : Decision.accepted(NewEvent.of(INTAKE.id(c.intakeId()), new IntakeClosed(c.intakeId(), today)));
    }

    static void requireService(View view) {
        if (!Acting.isService(view)) {
            throw new IllegalStateException("Only the service asks this of itself");
        }
    }

    /** The version of a program that an intake fixed. */
    static Optional<DegreeProgramPublished> program(View view, IntakeState intake, String programId) {
        return intake.program(programId).flatMap(p -> Programs.version(view, programId, p.programVersion()));
    }
}
