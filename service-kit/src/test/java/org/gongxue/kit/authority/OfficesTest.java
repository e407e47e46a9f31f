package org.gongxue.kit.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gongxue.events.enrollment.OfficerAppointed;
import org.gongxue.events.enrollment.OfficerDismissed;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices.OfficerState;
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
