package org.gongxue.enrollment.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.gongxue.enrollment.World;
import org.gongxue.enrollment.calendar.CalendarCommand.OpenDay;
import org.gongxue.events.enrollment.DayOpened;
import org.junit.jupiter.api.Test;

class DaysTest {

    @Test
    void aDayOpensAtItsMidnightInShanghai() {
        var day = World.TODAY.plusDays(1);
        var opened = World.city().by(World.ADMINISTRATOR).when(new OpenDay(day)).then(new DayOpened(day));
        assertThat(opened.recorded().getFirst().envelope().occurredAt())
                .isEqualTo(Instant.parse("2015-03-02T16:00:00Z"));
    }

    @Test
    void daysOnlyGoForward() {
        World.city()
                .by(World.ADMINISTRATOR)
                .when(new OpenDay(World.TODAY.minusDays(1)))
                .thenRefused("CALENDAR_NOT_FORWARD");
    }

    @Test
    void openingTheSameDayAgainChangesNothing() {
        World.city().by(World.ADMINISTRATOR).when(new OpenDay(World.TODAY)).thenNothing();
    }

    @Test
    void aMistypedYearDoesNotGetThrough() {
        World.city()
                .by(World.ADMINISTRATOR)
                .when(new OpenDay(World.TODAY.plusYears(10)))
                .thenRefused("CALENDAR_STEP_TOO_LONG");
    }

    @Test
    void onlyAnAdministratorOpensADay() {
        World.city().by(World.CITY).when(new OpenDay(World.TODAY.plusDays(1))).thenRefused("NOT_APPOINTED");
    }
}
