package org.gongxue.enrollment.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gongxue.events.enrollment.IntakeClosed;
import org.gongxue.events.enrollment.IntakeEvent;
import org.gongxue.events.enrollment.IntakeOpened;
import org.gongxue.events.enrollment.PlaceFreed;
import org.gongxue.events.enrollment.PlaceTaken;
import org.gongxue.events.enrollment.ProgramPlaces;
import org.gongxue.events.enrollment.WaitlistNumberIssued;
import org.gongxue.events.enrollment.WaitlistNumberReturned;
import org.jspecify.annotations.Nullable;

/**
 * The places of an intake: never more in use than the quota, nor in a program than its own (invariant 5).
 *
 * @param opened absent while unknown
 * @param used places of the whole intake in use
 * @param closed whether the window was closed for good
 * @param programs the programs' places, in the order they were opened
 */
public record IntakeState(@Nullable IntakeOpened opened, int used, boolean closed, List<Program> programs) {

    /** Before the intake opens. */
    static final IntakeState UNKNOWN = new IntakeState(null, 0, false, List.of());

    /**
     * One program of the intake.
     *
     * @param places its own places
     * @param used of them in use
     * @param numbersIssued the last waitlist number given
     * @param waiting how many of the numbers still wait
     * @param promoted the last waitlist number that got a place; those up to it no longer wait
     */
    public record Program(
            String programId, int programVersion, int places, int used, int numbersIssued, int waiting, int promoted) {

        boolean hasRoom() {
            return used < places;
        }

        private Program place(@Nullable Integer number) {
            return number == null
                    ? new Program(programId, programVersion, places, used + 1, numbersIssued, waiting, promoted)
                    : new Program(programId, programVersion, places, used + 1, numbersIssued, waiting - 1, number);
        }

        private Program free() {
            return new Program(programId, programVersion, places, used - 1, numbersIssued, waiting, promoted);
        }

        private Program issue(int number) {
            return new Program(programId, programVersion, places, used, number, waiting + 1, promoted);
        }

        private Program giveBack() {
            return new Program(programId, programVersion, places, used, numbersIssued, waiting - 1, promoted);
        }
    }

    /** The opened intake; to be asked only once {@link #opened} is known to be there. */
    IntakeOpened window() {
        if (opened == null) {
            throw new IllegalStateException("The intake is not open");
        }
        return opened;
    }

    /** One of its programs. */
    public Optional<Program> program(String programId) {
        return programs.stream().filter(p -> p.programId().equals(programId)).findFirst();
    }

    /** Whether applications are taken on a day. */
    boolean takesApplicationsOn(LocalDate day) {
        return !closed && !day.isBefore(window().opensOn()) && !day.isAfter(window().closesOn());
    }

    /** Whether the last day of the window has passed. */
    boolean isOver(LocalDate day) {
        return day.isAfter(window().closesOn());
    }

    /** Whether the quota and the program have a place. */
    boolean hasRoom(Program program) {
        return used < window().quota() && program.hasRoom();
    }

    /** Places and numbers only move within their bounds; anything else is a bug and stops here (invariant 5). */
    IntakeState evolve(IntakeEvent event) {
        return switch (event) {
            case IntakeOpened o ->
                new IntakeState(
                        o,
                        0,
                        false,
                        o.programs().stream().map(IntakeState::start).toList());
            case PlaceTaken taken ->
                with(used + 1, taken.programId(), program -> program.place(taken.waitlistNumber()));
            case PlaceFreed freed -> with(used - 1, freed.programId(), Program::free);
            case WaitlistNumberIssued issued ->
                with(used, issued.programId(), program -> program.issue(issued.number()));
            case WaitlistNumberReturned back -> with(used, back.programId(), Program::giveBack);
            case IntakeClosed _ -> new IntakeState(opened, used, true, programs);
        };
    }

    private static Program start(ProgramPlaces p) {
        return new Program(p.programId(), p.programVersion(), p.places(), 0, 0, 0, 0);
    }

    private IntakeState with(int usedNow, String programId, UnaryOperator<Program> change) {
        if (usedNow < 0 || usedNow > window().quota()) {
            throw new IllegalStateException("Places in use would be " + usedNow + " of " + window().quota());
        }
        var changed = programs.stream()
                .map(p -> p.programId().equals(programId) ? bounded(change.apply(p)) : p)
                .toList();
        return new IntakeState(opened, usedNow, closed, changed);
    }

    private static Program bounded(Program p) {
        if (p.used() < 0 || p.used() > p.places() || p.waiting() < 0 || p.waiting() > p.numbersIssued()) {
            throw new IllegalStateException("Out of bounds: " + p);
        }
        return p;
    }
}
