package org.gongxue.enrollment.calendar;

import java.time.LocalDate;
import java.util.Set;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.kit.calendar.BusinessCalendar;

/** What can be asked of the calendar. */
public sealed interface CalendarCommand extends EnrollmentCommand {

    /** Move the business date to a day (Asia/Shanghai). */
    record OpenDay(LocalDate date) implements CalendarCommand {}

    @Override
    default Set<StreamId> reads() {
        return Set.of(BusinessCalendar.STREAM);
    }

    @Override
    default Decision decide(View view) {
        return switch (this) {
            case OpenDay open -> Days.open(view, open);
        };
    }
}
