package org.gongxue.kit.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongxue.eventlog.Context;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.Affiliation;
import org.gongxue.events.enrollment.DayOpened;
import org.gongxue.events.enrollment.OfficerAppointed;
import org.gongxue.events.enrollment.OfficerDismissed;
import org.gongxue.events.enrollment.Ownership;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.enrollment.UnitLevel;
import org.gongxue.events.enrollment.UnitRegistered;
import org.gongxue.kit.authority.Offices.OfficerState;
import org.gongxue.kit.authority.Offices.UnitState;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.junit.jupiter.api.Test;

class OfficesTest {

    private static final LocalDate MARCH = LocalDate.of(2015, 3, 2);
    private static final List<String> FIRM = List.of("qingdao", "jimo", "firm-1");

    @Test
    void anAppointmentReachesItsUnitAndWhatStandsBelow() {
        var officer = after(appointed("a1", "jimo", MARCH, null));
        assertThat(officer.reaches(StaffRole.UNION_OFFICER, MARCH, FIRM)).isTrue();
        assertThat(officer.reaches(StaffRole.UNION_OFFICER, MARCH, List.of("qingdao", "laoshan")))
                .isFalse();
        assertThat(officer.reaches(StaffRole.UNION_OFFICER, MARCH, List.of("qingdao")))
                .isFalse();
    }

    @Test
    void anAppointmentHoldsForItsRoleOnly() {
        var officer = after(appointed("a1", "jimo", MARCH, null));
        assertThat(officer.reaches(StaffRole.FINANCE, MARCH, FIRM)).isFalse();
    }

    @Test
    void anAppointmentHoldsFromItsFirstToItsLastDay() {
        var officer = after(appointed("a1", "jimo", MARCH, MARCH.plusDays(1)));
        assertThat(officer.reaches(StaffRole.UNION_OFFICER, MARCH.minusDays(1), FIRM))
                .isFalse();
        assertThat(officer.reaches(StaffRole.UNION_OFFICER, MARCH.plusDays(1), FIRM))
                .isTrue();
        assertThat(officer.reaches(StaffRole.UNION_OFFICER, MARCH.plusDays(2), FIRM))
                .isFalse();
    }

    @Test
    void aDismissedOfficerKeepsOnlyOtherAppointments() {
        var officer = after(
                appointed("a1", "jimo", MARCH, null),
                appointed("a2", "laoshan", MARCH, null),
                new OfficerDismissed("a1", "s", MARCH));
        assertThat(officer.organizations(StaffRole.UNION_OFFICER, MARCH)).containsExactly("laoshan");
    }

    @Test
    void everywhereReachesAUniversityToo() {
        var officer = after(appointed("a1", Offices.EVERYWHERE, MARCH, null));
        assertThat(officer.reaches(StaffRole.UNION_OFFICER, MARCH, List.of("10699")))
                .isTrue();
    }

    @Test
    void onlyAnAppointmentEverywhereOrAtARootIsForTheWholeProgram() {
        assertThat(mayActEverywhere(Offices.EVERYWHERE)).isTrue();
        assertThat(mayActEverywhere("qingdao")).isTrue();
        assertThat(mayActEverywhere("jimo")).isFalse();
        assertThat(mayActEverywhere("unknown")).isFalse();
    }

    private static boolean mayActEverywhere(String unit) {
        Map<StreamId, Object> states = Map.of(
                BusinessCalendar.STREAM,
                BusinessCalendar.CALENDAR.evolve(BusinessCalendar.CALENDAR.initial(), new DayOpened(MARCH)),
                Offices.OFFICER.id("s"),
                after(appointed("a1", unit, MARCH, null)),
                Offices.UNIT.id("qingdao"),
                new UnitState(unit("qingdao", null, List.of("qingdao"))),
                Offices.UNIT.id("jimo"),
                new UnitState(unit("jimo", "qingdao", List.of("qingdao", "jimo"))));
        return Offices.mayActEverywhere(new Known(states), "s", StaffRole.UNION_OFFICER)
                .isEmpty();
    }

    private static UnitRegistered unit(String id, String parent, List<String> path) {
        return new UnitRegistered(
                id,
                parent,
                id,
                parent == null ? UnitLevel.CITY : UnitLevel.DISTRICT,
                Ownership.NOT_APPLICABLE,
                Affiliation.NONE,
                null,
                null,
                path);
    }

    /** A view of these states and nothing else. */
    private record Known(Map<StreamId, Object> states) implements View {

        @Override
        public <S> S state(StreamType<S> type, String id) {
            return type.stateType().cast(states.getOrDefault(type.id(id), type.initial()));
        }

        @Override
        public int version(StreamId stream) {
            throw new AssertionError("authority is decided from states alone");
        }

        @Override
        public Context context() {
            throw new AssertionError("authority is decided from states alone");
        }
    }

    private static OfficerAppointed appointed(String id, String unit, LocalDate from, LocalDate until) {
        return new OfficerAppointed(id, "s", unit, StaffRole.UNION_OFFICER, from, until);
    }

    private static OfficerState after(Object... events) {
        var state = Offices.OFFICER.initial();
        for (var event : events) {
            state = Offices.OFFICER.evolve(state, event);
        }
        return state;
    }
}
