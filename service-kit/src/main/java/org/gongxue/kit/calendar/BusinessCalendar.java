package org.gongxue.kit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.DayOpened;
import org.jspecify.annotations.Nullable;

/**
 * The business date is the last day opened by the enrollment service's calendar. It is a fact of every log, so windows
 * and years replay as they were.
 */
public final class BusinessCalendar {

    /** Where fiscal years begin and days end. */
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** The last opened day, absent before the first. */
    public record CalendarState(@Nullable LocalDate today) {}

    /** The calendar's only stream type. */
    public static final StreamType<CalendarState> CALENDAR = StreamType.of(
            "calendar",
            CalendarState.class,
            1,
            new CalendarState(null),
            (state, event) -> event instanceof DayOpened day ? new CalendarState(day.date()) : state);

    /** The calendar's only stream. */
    public static final StreamId STREAM = CALENDAR.id("main");

    private BusinessCalendar() {}

    /** The business date; before the first opened day, the Shanghai date of the submission. */
    public static LocalDate today(View view) {
        var today = view.state(CALENDAR, STREAM.id()).today();
        return today == null ? shanghaiDate(view.context().submittedAt()) : today;
    }

    /**
     * When what is being decided happens: an input's effects when the input happened; else the submission's moment on
     * the business date itself, or that date's noon when the calendar stands on another day.
     */
    public static Instant occurredAt(View view) {
        var input = view.context().input();
        if (input != null) {
            return input.occurredAt();
        }
        var submittedAt = view.context().submittedAt();
        var today = today(view);
        return shanghaiDate(submittedAt).equals(today) ? submittedAt : noon(today);
    }

    /** Noon in Shanghai of a day: the moment of facts that know only their date. */
    public static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(SHANGHAI).toInstant();
    }

    /** The Shanghai date of a moment. */
    public static LocalDate shanghaiDate(Instant moment) {
        return moment.atZone(SHANGHAI).toLocalDate();
    }
}
