package org.gongxue.enrollment.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;

/** What can be asked about an intake. */
public sealed interface IntakeCommand extends EnrollmentCommand {

    /** The intake it is about. */
    String intakeId();

    /** The places of one program. */
    record Places(String programId, int places) {}

    /** Open a window of days (inclusive) with a quota; each program takes part with the version published last. */
    record OpenIntake(
            String intakeId,
            int year,
            LocalDate opensOn,
            LocalDate closesOn,
            int quota,
            int answerDays,
            List<Places> programs)
            implements IntakeCommand {}

    /** Give a place that was freed in time to the next on the waitlist. The service asks itself. */
    record PromoteNext(String intakeId, String programId) implements IntakeCommand {}

    /** Close the window, after everyone who was not recommended has been refused. The service asks itself. */
    record CloseIntake(String intakeId) implements IntakeCommand {}

    @Override
    default Set<StreamId> reads() {
        return Set.of(Intakes.INTAKE.id(intakeId()));
    }

    @Override
    default Decision decide(View view) {
        return Intakes.decide(view, this);
    }
}
