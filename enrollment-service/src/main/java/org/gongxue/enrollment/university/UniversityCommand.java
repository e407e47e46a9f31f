package org.gongxue.enrollment.university;

import java.util.Set;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;

/** What can be asked about partner universities. */
public sealed interface UniversityCommand extends EnrollmentCommand {

    /** Make a university a partner; its five-digit school code (院校代码) is its id. */
    record RegisterUniversity(String schoolCode, String name) implements UniversityCommand {}

    @Override
    default Set<StreamId> reads() {
        return switch (this) {
            case RegisterUniversity register -> Set.of(Universities.UNIVERSITY.id(register.schoolCode()));
        };
    }

    @Override
    default Decision decide(View view) {
        return switch (this) {
            case RegisterUniversity register -> Universities.register(view, register);
        };
    }
}
