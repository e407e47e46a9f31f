package org.gongxue.enrollment;

import java.time.LocalDate;
import java.util.List;
import org.gongxue.enrollment.admission.ApplicationCommand.Admit;
import org.gongxue.enrollment.admission.ApplicationCommand.Recommend;
import org.gongxue.enrollment.admission.ApplicationCommand.Review;
import org.gongxue.enrollment.admission.ApplicationCommand.Submit;
import org.gongxue.enrollment.admission.IntakeCommand.OpenIntake;
import org.gongxue.enrollment.admission.IntakeCommand.Places;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.learner.Learners;
import org.gongxue.enrollment.program.Programs;
import org.gongxue.enrollment.university.Universities;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.enrollment.Affiliation;
import org.gongxue.events.enrollment.DayOpened;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.DegreeProgramPublished;
import org.gongxue.events.enrollment.EducationLevel;
import org.gongxue.events.enrollment.EntryLevel;
import org.gongxue.events.enrollment.LearnerAccountLinked;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.events.enrollment.OfficerAppointed;
import org.gongxue.events.enrollment.Ownership;
import org.gongxue.events.enrollment.ProgramCourse;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.enrollment.UnitLevel;
import org.gongxue.events.enrollment.UnitRegistered;
import org.gongxue.events.enrollment.UniversityRegistered;
import org.gongxue.kit.authority.Accounts;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.boot.CatalogCodec;
import org.gongxue.kit.calendar.BusinessCalendar;

/** A small city for decider tests: a tree of units, two universities, one program, an officer for every office. */
public final class World {

    public static final LocalDate TODAY = LocalDate.of(2015, 3, 2);
    public static final String NPU = "10699";
    public static final String OTHER_UNIVERSITY = "10491";
    public static final String PROGRAM = "mech-associate";
    public static final String INTAKE = "intake-2015";

    public static final String ADMINISTRATOR = "user:admin";
    public static final String GRASSROOTS = "user:officer-grassroots";
    public static final String DISTRICT = "user:officer-district";
    public static final String OTHER_DISTRICT = "user:officer-other-district";
    public static final String CITY = "user:officer-city";
    public static final String REGISTRAR_A = "user:registrar-a";
    public static final String REGISTRAR_B = "user:registrar-b";
    public static final String OTHER_REGISTRAR = "user:registrar-other";
    public static final String MACHINE = "user:machine";
    public static final String SERVICE = Acting.SERVICE;

    private World() {}

    /** The city before any intake. */
    public static DomainFixture<EnrollmentCommand> city() {
        var fixture = DomainFixture.of(new EnrollmentDomain(new CatalogCodec()));
        fixture.given(BusinessCalendar.STREAM, new DayOpened(TODAY));
        unit(fixture, "city", null, UnitLevel.CITY, List.of("city"));
        unit(fixture, "district", "city", UnitLevel.DISTRICT, List.of("city", "district"));
        unit(fixture, "other-district", "city", UnitLevel.DISTRICT, List.of("city", "other-district"));
        unit(fixture, "factory", "district", UnitLevel.GRASSROOTS, List.of("city", "district", "factory"));
        unit(fixture, "bureau", "city", UnitLevel.MUNICIPAL_UNIT, List.of("city", "bureau"));
        fixture.given(Universities.UNIVERSITY.id(NPU), new UniversityRegistered(NPU, NPU, "西北工业大学"));
        fixture.given(
                Universities.UNIVERSITY.id(OTHER_UNIVERSITY),
                new UniversityRegistered(OTHER_UNIVERSITY, OTHER_UNIVERSITY, "中国地质大学"));
        fixture.given(Programs.id(PROGRAM, 1), program());
        appoint(fixture, "admin", Offices.EVERYWHERE, StaffRole.ADMINISTRATOR);
        appoint(fixture, "officer-grassroots", "factory", StaffRole.UNION_OFFICER);
        appoint(fixture, "officer-district", "district", StaffRole.UNION_OFFICER);
        appoint(fixture, "officer-other-district", "other-district", StaffRole.UNION_OFFICER);
        appoint(fixture, "officer-city", "city", StaffRole.UNION_OFFICER);
        appoint(fixture, "registrar-a", NPU, StaffRole.REGISTRAR);
        appoint(fixture, "registrar-b", NPU, StaffRole.REGISTRAR);
        appoint(fixture, "registrar-other", OTHER_UNIVERSITY, StaffRole.REGISTRAR);
        appoint(fixture, "machine", NPU, StaffRole.PARTNER_UNIVERSITY);
        return fixture;
    }

    /** The city with an open intake of one program. */
    public static DomainFixture<EnrollmentCommand> withIntake(int quota, int places) {
        return city().by(ADMINISTRATOR)
                .givenCommands(new OpenIntake(
                        INTAKE, 2015, TODAY, TODAY.plusDays(29), quota, 15, List.of(new Places(PROGRAM, places))));
    }

    /** A worker of the factory with an account of the same name. */
    public static void learner(DomainFixture<EnrollmentCommand> fixture, String learnerId, EducationLevel education) {
        learner(fixture, learnerId, education, "factory");
    }

    /** A worker of a unit with an account of the same name. */
    public static void learner(
            DomainFixture<EnrollmentCommand> fixture, String learnerId, EducationLevel education, String unitId) {
        fixture.given(
                Learners.LEARNER.id(learnerId),
                new LearnerRegistered(learnerId, "token-" + learnerId, unitId, education, learnerId, learnerId));
        fixture.given(Accounts.ACCOUNT.id(learnerId), new LearnerAccountLinked(learnerId, learnerId));
    }

    /** A worker of the factory who applied; the application has the worker's number. */
    public static void applied(DomainFixture<EnrollmentCommand> fixture, String name) {
        learner(fixture, "L-" + name, EducationLevel.SENIOR_SECONDARY);
        fixture.by(GRASSROOTS).givenCommands(new Submit("A-" + name, INTAKE, PROGRAM, "L-" + name));
    }

    /** Recommended by the factory's union and approved by the district's. */
    public static void approved(DomainFixture<EnrollmentCommand> fixture, String name) {
        applied(fixture, name);
        fixture.by(GRASSROOTS).givenCommands(new Recommend("A-" + name));
        fixture.by(DISTRICT).givenCommands(new Review("A-" + name, true, null));
    }

    /** Admitted with the student number {@code N-<name>}. */
    public static void enrolled(DomainFixture<EnrollmentCommand> fixture, String name) {
        approved(fixture, name);
        fixture.by(REGISTRAR_A).givenCommands(new Admit("A-" + name, "N-" + name, TODAY));
    }

    /** The business date moves on. */
    public static void day(DomainFixture<EnrollmentCommand> fixture, LocalDate date) {
        fixture.given(BusinessCalendar.STREAM, new DayOpened(date));
    }

    /** Three courses of 30, 30 and 24 credits; 80 are required. */
    public static DegreeProgramPublished program() {
        return new DegreeProgramPublished(
                PROGRAM,
                1,
                NPU,
                DegreeLevel.ASSOCIATE,
                "机械设计制造及自动化",
                EntryLevel.SENIOR_SECONDARY,
                80,
                800_000,
                List.of(
                        new ProgramCourse("M1", "机械制图", 30),
                        new ProgramCourse("M2", "机械设计", 26),
                        new ProgramCourse("M3", "金工实习", 24)));
    }

    public static void appoint(
            DomainFixture<EnrollmentCommand> fixture, String subject, String organizationId, StaffRole role) {
        fixture.given(
                Offices.OFFICER.id(subject),
                new OfficerAppointed("P-" + subject, subject, organizationId, role, LocalDate.of(2015, 1, 1), null));
    }

    private static void unit(
            DomainFixture<EnrollmentCommand> fixture, String id, String parent, UnitLevel level, List<String> path) {
        fixture.given(
                Offices.UNIT.id(id),
                new UnitRegistered(
                        id, parent, id, level, Ownership.NOT_APPLICABLE, Affiliation.NONE, null, null, path));
    }
}
