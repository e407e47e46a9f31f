package org.gongxue.enrollment.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gongxue.enrollment.EnrollmentDomain;
import org.gongxue.enrollment.World;
import org.gongxue.enrollment.admission.ApplicationCommand.Recommend;
import org.gongxue.enrollment.calendar.CalendarCommand.OpenDay;
import org.gongxue.enrollment.officer.OfficerCommand.Appoint;
import org.gongxue.enrollment.officer.OfficerCommand.AppointFirstAdministrator;
import org.gongxue.enrollment.officer.OfficerCommand.Dismiss;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.enrollment.DayOpened;
import org.gongxue.events.enrollment.OfficerAppointed;
import org.gongxue.events.enrollment.OfficerDismissed;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.boot.CatalogCodec;
import org.junit.jupiter.api.Test;

class OfficersTest {

    private static Appoint appoint(String subject, String organizationId, StaffRole role) {
        return new Appoint("P-1", subject, organizationId, role, World.TODAY, null);
    }

    @Test
    void anAdministratorAppointsAnOfficerOfAUnit() {
        World.city()
                .by(World.ADMINISTRATOR)
                .when(appoint("newcomer", "factory", StaffRole.UNION_OFFICER))
                .then(new OfficerAppointed("P-1", "newcomer", "factory", StaffRole.UNION_OFFICER, World.TODAY, null));
    }

    @Test
    void nobodyElseAppoints() {
        World.city()
                .by(World.DISTRICT)
                .when(appoint("newcomer", "factory", StaffRole.UNION_OFFICER))
                .thenRefused("NOT_APPOINTED");
    }

    @Test
    void anAdministratorOfADistrictGrantsNothingOutsideIt() {
        var fixture = World.city();
        World.appoint(fixture, "district-admin", "district", StaffRole.ADMINISTRATOR);
        World.appoint(fixture, "city-admin", "city", StaffRole.ADMINISTRATOR);
        fixture.by("user:district-admin");
        fixture.when(appoint("newcomer", World.NPU, StaffRole.REGISTRAR)).thenRefused("NOT_APPOINTED");
        fixture.when(new OpenDay(World.TODAY.plusDays(1))).thenRefused("NOT_APPOINTED");
        fixture.by("user:city-admin")
                .when(appoint("newcomer", World.NPU, StaffRole.REGISTRAR))
                .thenEvent(
                        OfficerAppointed.class,
                        appointed -> assertThat(appointed.organizationId()).isEqualTo(World.NPU));
    }

    @Test
    void nobodyAppointsThemselves() {
        World.city()
                .by(World.ADMINISTRATOR)
                .when(appoint("admin", "factory", StaffRole.UNION_OFFICER))
                .thenRefused("MAKER_IS_CHECKER");
    }

    @Test
    void aRegistrarBelongsToAUniversityAndAnOfficerToAUnit() {
        var fixture = World.city().by(World.ADMINISTRATOR);
        fixture.when(appoint("newcomer", "factory", StaffRole.REGISTRAR)).thenRefused("ORGANIZATION_UNKNOWN");
        fixture.when(appoint("newcomer", World.NPU, StaffRole.UNION_OFFICER)).thenRefused("ORGANIZATION_UNKNOWN");
    }

    @Test
    void theSameAppointmentIsNotGivenTwice() {
        World.city()
                .by(World.ADMINISTRATOR)
                .when(appoint("officer-district", "district", StaffRole.UNION_OFFICER))
                .thenRefused("ALREADY_APPOINTED");
    }

    @Test
    void aDismissedOfficerMayDoNothingMore() {
        var fixture = World.withIntake(10, 10);
        World.applied(fixture, "wang");
        fixture.by(World.ADMINISTRATOR)
                .when(new Dismiss("P-officer-grassroots", "officer-grassroots"))
                .then(new OfficerDismissed("P-officer-grassroots", "officer-grassroots", World.TODAY));
        fixture.by(World.GRASSROOTS).when(new Recommend("A-wang")).thenRefused("NOT_APPOINTED");
    }

    @Test
    void anAppointmentHoldsFromItsFirstToItsLastDay() {
        var fixture = World.withIntake(10, 10).by(World.ADMINISTRATOR);
        fixture.givenCommands(new Appoint(
                "P-2",
                "stand-in",
                "factory",
                StaffRole.UNION_OFFICER,
                World.TODAY.plusDays(1),
                World.TODAY.plusDays(2)));
        World.applied(fixture, "wang");
        fixture.by("user:stand-in").when(new Recommend("A-wang")).thenRefused("NOT_APPOINTED");
        World.day(fixture, World.TODAY.plusDays(3));
        fixture.by("user:stand-in").when(new Recommend("A-wang")).thenRefused("NOT_APPOINTED");
    }

    @Test
    void theFirstAdministratorIsAFactFromTheBeginningAndWrittenOnce() {
        var fixture = DomainFixture.of(new EnrollmentDomain(new CatalogCodec())).by(World.SERVICE);
        fixture.when(new AppointFirstAdministrator("root"))
                .thenEvent(
                        OfficerAppointed.class,
                        appointed -> assertThat(appointed.from()).isBefore(LocalDate.of(2000, 1, 1)));
        fixture.when(new AppointFirstAdministrator("root")).thenNothing();
        fixture.by("user:root")
                .when(new OpenDay(LocalDate.of(2015, 1, 5)))
                .then(new DayOpened(LocalDate.of(2015, 1, 5)));
    }
}
