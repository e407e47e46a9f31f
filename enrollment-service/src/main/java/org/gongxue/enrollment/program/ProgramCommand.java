package org.gongxue.enrollment.program;

import java.util.List;
import java.util.Set;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.EntryLevel;
import org.gongxue.events.enrollment.ProgramCourse;

/** What can be asked about degree programs. */
public sealed interface ProgramCommand extends EnrollmentCommand {

    /** Publish the next version of a program; the first has version 1. Tuition in fen. */
    record PublishProgram(
            String programId,
            String universityId,
            DegreeLevel level,
            String major,
            EntryLevel entryLevel,
            int requiredCredits,
            long tuitionFen,
            List<ProgramCourse> courses)
            implements ProgramCommand {}

    @Override
    default Set<StreamId> reads() {
        return switch (this) {
            case PublishProgram publish -> Set.of(Programs.id(publish.programId(), 1));
        };
    }

    @Override
    default Decision decide(View view) {
        return switch (this) {
            case PublishProgram publish -> Programs.publish(view, publish);
        };
    }
}
