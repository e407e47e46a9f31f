package org.gongxue.enrollment.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongxue.enrollment.World;
import org.gongxue.enrollment.program.ProgramCommand.PublishProgram;
import org.gongxue.enrollment.program.Programs.Published;
import org.gongxue.events.enrollment.DegreeProgramPublished;
import org.gongxue.events.enrollment.ProgramCourse;
import org.junit.jupiter.api.Test;

class ProgramsTest {

    private static PublishProgram publish(int requiredCredits, List<ProgramCourse> courses) {
        var p = World.program();
        return new PublishProgram(
                p.programId(),
                p.universityId(),
                p.level(),
                p.major(),
                p.entryLevel(),
                requiredCredits,
                p.tuitionFen(),
                courses);
    }

    @Test
    void aChangeIsANewVersionAndTheOldOneStays() {
        var fixture = World.city().by(World.ADMINISTRATOR);
        fixture.when(publish(78, World.program().courses()))
                .thenEvent(
                        DegreeProgramPublished.class,
                        p -> assertThat(p.programVersion()).isEqualTo(2));
        var first = fixture.state(Programs.PROGRAM, World.PROGRAM + ":1").program();
        assertThat(first).isEqualTo(World.program());
    }

    @Test
    void theSameContentsAgainAreNotAnotherVersion() {
        var again = World.city()
                .by(World.ADMINISTRATOR)
                .when(publish(80, World.program().courses()));
        assertThat(again.thenNothing().answer(Published.class)).isEqualTo(new Published(World.PROGRAM, 1));
    }

    @Test
    void theCoursesMustReachTheRequiredCredits() {
        World.city()
                .by(World.ADMINISTRATOR)
                .when(publish(81, World.program().courses()))
                .thenRefused("COURSES_BELOW_REQUIRED");
    }

    @Test
    void aCourseStandsOnceInAProgram() {
        var course = new ProgramCourse("M1", "机械制图", 50);
        World.city()
                .by(World.ADMINISTRATOR)
                .when(publish(80, List.of(course, course)))
                .thenRefused("COURSE_TWICE");
    }

    @Test
    void onlyAnAdministratorPublishes() {
        World.city()
                .by(World.REGISTRAR_A)
                .when(publish(78, World.program().courses()))
                .thenRefused("NOT_APPOINTED");
    }
}
