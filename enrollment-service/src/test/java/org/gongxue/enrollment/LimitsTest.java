package org.gongxue.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gongxue.enrollment.admission.ApplicationCommand.Admit;
import org.gongxue.enrollment.admission.ApplicationCommand.Recommend;
import org.gongxue.enrollment.admission.ApplicationCommand.Review;
import org.gongxue.enrollment.admission.ApplicationCommand.Submit;
import org.gongxue.enrollment.admission.IntakeCommand.OpenIntake;
import org.gongxue.enrollment.admission.IntakeCommand.Places;
import org.gongxue.enrollment.admission.Intakes;
import org.gongxue.enrollment.officer.OfficerCommand.Appoint;
import org.gongxue.enrollment.program.ProgramCommand.PublishProgram;
import org.gongxue.enrollment.program.Programs;
import org.gongxue.enrollment.study.DegreeProgress;
import org.gongxue.enrollment.study.Enrollments;
import org.gongxue.enrollment.study.StudyCommand.RecordCourseResult;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.creditbank.ConvertedCourse;
import org.gongxue.events.creditbank.CreditsConverted;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.EducationLevel;
import org.gongxue.events.enrollment.EntryLevel;
import org.gongxue.events.enrollment.ProgramCourse;
import org.gongxue.events.enrollment.StaffRole;
import org.junit.jupiter.api.Test;

/** The largest things that the door lets in fit their heads (16 KiB): a limit on everything, and none reached by surprise. */
class LimitsTest {

    private static final String LONG_ID = "p".repeat(50);
    private static final int TERMS = 6;

    private final DomainFixture<EnrollmentCommand> fixture = World.city().by(World.ADMINISTRATOR);

    @Test
    void theLargestProgramAndAStudentWithEveryResultInItFit() {
        fixture.givenCommands(program(LONG_ID));
        fixture.givenCommands(new OpenIntake(
                World.INTAKE, 2015, World.TODAY, World.TODAY.plusDays(9), 5, 15, List.of(new Places(LONG_ID, 5))));
        World.learner(fixture, "L-1", EducationLevel.BACHELOR);
        fixture.by(World.GRASSROOTS)
                .givenCommands(new Submit("A-1", World.INTAKE, LONG_ID, "L-1"), new Recommend("A-1"));
        fixture.by(World.DISTRICT).givenCommands(new Review("A-1", true, null));
        fixture.by(World.REGISTRAR_A).givenCommands(new Admit("A-1", "N".repeat(30), World.TODAY));
        for (var course : courses()) {
            for (var term = 0; term < TERMS; term++) {
                fixture.givenCommands(new RecordCourseResult(
                        World.NPU, "N".repeat(30), course.code(), null, 50 + term, false, "2015-2016-T" + term));
            }
        }
        var converted = courses().stream()
                .limit(12)
                .map(c -> new ConvertedCourse(c.code(), c.name(), c.credits()))
                .toList();
        fixture.givenReceived(
                "credit-bank",
                "conversion/C",
                new CreditsConverted("conversion-0123456789abcdef0123", "O", "L-1", "E-A-1", "R", 1, converted, 720));
        var enrollment = fixture.state(Enrollments.ENROLLMENT, "E-A-1");
        var program = fixture.state(Programs.PROGRAM, LONG_ID + ":1").program();
        assertThat(DegreeProgress.of(program, enrollment).converted()).isEqualTo(12 * 60);
    }

    @Test
    void theLargestIntakeFits() {
        var places = new ArrayList<Places>();
        for (var i = 0; i < Intakes.PROGRAMS_MAX; i++) {
            var programId = String.format("%050d", i);
            fixture.givenCommands(program(programId));
            places.add(new Places(programId, 1_000_000));
        }
        fixture.givenCommands(
                new OpenIntake("i".repeat(50), 2015, World.TODAY, World.TODAY.plusDays(9), 1_000_000, 90, places));
        assertThat(fixture.state(Intakes.INTAKE, "i".repeat(50)).programs()).hasSize(Intakes.PROGRAMS_MAX);
    }

    @Test
    void thePersonWithTheMostAppointmentsFits() {
        var busy = "s".repeat(80);
        IntStream.range(0, 60)
                .forEach(i -> fixture.givenCommands(new Appoint(
                        "P-0123456789abcdef" + i,
                        busy,
                        "factory",
                        StaffRole.UNION_OFFICER,
                        LocalDate.of(2015, 1, 1).plusDays(2L * i),
                        LocalDate.of(2015, 1, 1).plusDays(2L * i))));
        fixture.when(new Appoint("P", busy, "district", StaffRole.UNION_OFFICER, World.TODAY, null))
                .thenRefused("TOO_MANY_APPOINTMENTS");
    }

    private static PublishProgram program(String programId) {
        return new PublishProgram(
                programId,
                World.NPU,
                DegreeLevel.ASSOCIATE,
                "专".repeat(60),
                EntryLevel.SENIOR_SECONDARY,
                400,
                100_000_000,
                courses());
    }

    private static List<ProgramCourse> courses() {
        return IntStream.range(0, Programs.COURSES_MAX)
                .mapToObj(i -> new ProgramCourse(String.format("%020d", i), "课".repeat(40), 60))
                .toList();
    }
}
