package org.gongxue.enrollment.calendar;

import java.time.LocalDate;
import java.util.List;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.calendar.CalendarCommand.OpenDay;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.DayOpened;
import org.gongxue.kit.calendar.BusinessCalendar;

/** Decides which day it is. Days only go forward, for windows that closed stay closed. */
final class Days {

    /** A day once opened cannot be taken back, so a mistyped year must not get through. */
    static final int STEP_DAYS_MAX = 400;

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private Days() {}

    static Decision open(View view, OpenDay c) {
        if (!Acting.isService(view)) {
            var refusal = Acting.administers(view);
            if (refusal.isPresent()) {
                return Decision.refused(refusal.get());
            }
        }
        var today = view.state(BusinessCalendar.CALENDAR, BusinessCalendar.STREAM.id())
                .today();
        if (c.date().equals(today)) {
            return Decision.accepted();
        }
        if (today != null && c.date().isBefore(today)) {
            return refused("CALENDAR_NOT_FORWARD", c.date(), today);
        }
        var last = today == null || Acting.isService(view) ? LATEST : today.plusDays(STEP_DAYS_MAX);
        if (c.date().isAfter(last) || c.date().isBefore(EARLIEST)) {
            return refused("CALENDAR_STEP_TOO_LONG", c.date(), last);
        }
        var midnight = c.date().atStartOfDay(BusinessCalendar.SHANGHAI).toInstant();
        return Decision.accepted(List.of(new NewEvent(BusinessCalendar.STREAM, new DayOpened(c.date()), midnight)));
    }

    private static Decision refused(String code, LocalDate date, LocalDate needed) {
        return Decision.refused(Refusal.conflict(code, "date", date.toString(), needed.toString()));
    }
}
