package org.gongxue.enrollment.graduation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.Settled.Standing;
import org.gongxue.enrollment.World;
import org.gongxue.enrollment.graduation.GraduationClaim.IdentityMatch;
import org.gongxue.enrollment.graduation.GraduationClaim.Match;
import org.gongxue.enrollment.graduation.GraduationCommand.ReceiveFile;
import org.gongxue.enrollment.graduation.GraduationCommand.ReleaseFile;
import org.gongxue.enrollment.graduation.GraduationCommand.Settle;
import org.gongxue.enrollment.graduation.GraduationCommand.SettleFile;
import org.gongxue.enrollment.graduation.GraduationCommand.Source;
import org.gongxue.enrollment.leaving.LeavingCommand.WithdrawStudent;
import org.gongxue.enrollment.leaving.LeavingCommand.WithdrawalReason;
import org.gongxue.enrollment.study.StudyCommand.RecordCourseResult;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.DiplomaRegistered;
import org.gongxue.events.enrollment.DiplomaType;
import org.gongxue.events.enrollment.GraduationConfirmed;
import org.gongxue.events.enrollment.GraduationFileReleased;
import org.gongxue.events.enrollment.GraduationFileSettled;
import org.gongxue.events.enrollment.GraduationRefused;
import org.gongxue.events.enrollment.GraduationRepeated;
import org.gongxue.events.enrollment.RowReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraduationTest {

    private static final LocalDate AWARDED = LocalDate.of(2017, 11, 20);
    private static final String NUMBER = "106997201706000001";
    private static final String TOKEN = "digest-of-" + NUMBER;

    private final DomainFixture<EnrollmentCommand> fixture = World.withIntake(5, 5);

    @BeforeEach
    void aStudentAtTheEndOfTheProgram() {
        World.enrolled(fixture, "wang");
        World.day(fixture, AWARDED);
        fixture.by(World.REGISTRAR_A)
                .givenCommands(
                        new RecordCourseResult(World.NPU, "N-wang", "M1", 30, 80, true, "2016-1"),
                        new RecordCourseResult(World.NPU, "N-wang", "M2", 26, 80, true, "2016-2"),
                        new RecordCourseResult(World.NPU, "N-wang", "M3", 24, 80, true, "2017-1"));
    }

    private static GraduationClaim claim(String studentNumber, String diploma, int earned) {
        return new GraduationClaim(
                studentNumber,
                DegreeLevel.ASSOCIATE,
                AWARDED,
                DiplomaNumber.read(diploma, number -> "digest-of-" + number),
                80,
                earned,
                new IdentityMatch("L-wang", Match.SAME, Match.SAME),
                List.of());
    }

    private static Settle message(String id, GraduationClaim claim) {
        return new Settle(new Source.Message(World.NPU, id), World.NPU, claim);
    }

    private DomainFixture<EnrollmentCommand> machine() {
        return fixture.by(World.MACHINE);
    }

    @Test
    void aGraduateIsConfirmedWithTheFactsATuitionPolicyAsksFor() {
        machine()
                .when(message("m1", claim("N-wang", NUMBER, 80)))
                .then(
                        new GraduationConfirmed(
                                "E-A-wang",
                                "L-wang",
                                World.NPU,
                                World.PROGRAM,
                                1,
                                DegreeLevel.ASSOCIATE,
                                TOKEN,
                                DiplomaType.NETWORK,
                                true,
                                true,
                                80,
                                80,
                                80,
                                0,
                                AWARDED,
                                "message/10699:m1"),
                        new DiplomaRegistered(TOKEN, "E-A-wang", "message/10699:m1"));
    }

    @Test
    void theSameDiplomaUnderAnotherIdIsTheSameGraduation() {
        machine().givenCommands(message("m1", claim("N-wang", NUMBER, 80)));
        var again = machine().when(message("m2", claim("N-wang", NUMBER, 80)));
        again.then(new GraduationRepeated("message/10699:m2", World.NPU, "E-A-wang", TOKEN, "message/10699:m1"));
        assertThat(again.answer(Settled.class)).isEqualTo(Settled.duplicate("E-A-wang", "message/10699:m1"));
        machine().when(message("m1", claim("N-wang", NUMBER, 80))).thenNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "1.07E+17, DIPLOMA_NUMBER_SCIENTIFIC, 1.07E+17, 18",
        "1.06997E17, DIPLOMA_NUMBER_SCIENTIFIC, 1.07E+17, 18",
        "106997201706001, DIPLOMA_NUMBER_LENGTH, 15, 18",
        "10699720170600000A, DIPLOMA_NUMBER_LENGTH, 18, 18",
        "104917201706000001, DIPLOMA_NUMBER_MISMATCH, 10491, 10699",
        "106992201706000001, DIPLOMA_NUMBER_MISMATCH, 2, '1, 5, 6, 7'",
        "106997201606000001, DIPLOMA_NUMBER_MISMATCH, 2016, 2017",
        "106997201705000001, DIPLOMA_NUMBER_MISMATCH, 05, 06"
    })
    void aWrongDiplomaNumberIsRefusedWithWhatIsWrong(String number, String code, String value, String needed) {
        machine()
                .when(message("m1", claim("N-wang", number, 80)))
                .then(new GraduationRefused(
                        "message/10699:m1",
                        World.NPU,
                        "E-A-wang",
                        List.of(new RowReason(code, "diplomaNumber", value, needed))));
    }

    @Test
    void everyReasonIsRecordedAndTheFirstIsShown() {
        var refused = machine().when(message("m1", claim("N-wang", "104917201706000001", 76)));
        refused.thenEvent(
                GraduationRefused.class,
                event -> assertThat(event.reasons())
                        .containsExactly(
                                new RowReason("DIPLOMA_NUMBER_MISMATCH", "diplomaNumber", "10491", "10699"),
                                new RowReason("CREDITS_SHORT", "earnedCredits", "76", "80")));
        var settled = refused.answer(Settled.class);
        assertThat(settled.standing()).isEqualTo(Standing.REFUSED);
        assertThat(settled.code()).isEqualTo("DIPLOMA_NUMBER_MISMATCH");
    }

    @Test
    void aStrangerAStudentWhoLeftAndAnotherIdentityAreRefused() {
        refusedBy("NOT_ENROLLED_HERE", claim("N-nobody", NUMBER, 80));
        var other = new GraduationClaim(
                "N-wang",
                DegreeLevel.ASSOCIATE,
                AWARDED,
                DiplomaNumber.read(NUMBER, n -> TOKEN),
                80,
                80,
                new IdentityMatch("L-wang", Match.DIFFERENT, Match.SAME),
                List.of());
        refusedBy("IDENTITY_MISMATCH", other);
        fixture.by(World.REGISTRAR_A)
                .givenCommands(new WithdrawStudent(World.NPU, "N-wang", AWARDED, WithdrawalReason.PERSONAL));
        refusedBy("WITHDRAWN", claim("N-wang", NUMBER, 80));
    }

    @Test
    void oneDiplomaIsOneEnrollmentAndOneEnrollmentOneDiploma() {
        machine().givenCommands(message("m1", claim("N-wang", NUMBER, 80)));
        refusedBy("ALREADY_GRADUATED", claim("N-wang", "106997201706000002", 80));
    }

    @Test
    void creditsThatDifferFromOurCountAreFlaggedByTheTwoNumbers() {
        machine().when(message("m1", claim("N-wang", NUMBER, 82))).thenEvent(GraduationConfirmed.class, confirmed -> {
            assertThat(confirmed.universityCredits()).isEqualTo(82);
            assertThat(confirmed.countedCredits()).isEqualTo(80);
        });
    }

    @Test
    void anotherUniversityCannotReport() {
        fixture.by(World.OTHER_REGISTRAR)
                .when(message("m1", claim("N-wang", NUMBER, 80)))
                .thenRefused("NOT_APPOINTED");
    }

    @Test
    void aRegistrarReportsByFileAndSendsNoMessages() {
        fixture.by(World.REGISTRAR_A)
                .when(message("m1", claim("N-wang", NUMBER, 80)))
                .thenRefused("NOT_APPOINTED");
    }

    @Test
    void aFileIsReleasedByAnotherPersonAndThenSettledRowByRow() {
        var file = "F-1";
        var row = new Settle(new Source.FileRow(file, 2), World.NPU, claim("N-wang", NUMBER, 80));
        fixture.by(World.REGISTRAR_A).givenCommands(new ReceiveFile(file, World.NPU, "ab".repeat(32), 1, 1, 0, 0));
        fixture.by(World.SERVICE).when(row).thenFails(bug -> assertThat(bug).hasMessageContaining("released"));
        fixture.by(World.REGISTRAR_A).when(new ReleaseFile(file)).thenRefused("MAKER_IS_CHECKER");
        fixture.by(World.OTHER_REGISTRAR).when(new ReleaseFile(file)).thenRefused("NOT_APPOINTED");
        fixture.by(World.REGISTRAR_B)
                .when(new ReleaseFile(file))
                .then(new GraduationFileReleased(file, "registrar-b", AWARDED));
        fixture.when(new ReleaseFile(file)).thenNothing();
        fixture.by(World.SERVICE)
                .when(row)
                .thenEvent(
                        GraduationConfirmed.class,
                        confirmed -> assertThat(confirmed.evidence()).isEqualTo("file/F-1#2"));
        fixture.when(new SettleFile(file, 1, 0, 0)).then(new GraduationFileSettled(file, 1, 0, 0));
        fixture.when(new SettleFile(file, 1, 0, 0)).thenNothing();
    }

    private void refusedBy(String code, GraduationClaim claim) {
        machine()
                .when(message("m-" + code, claim))
                .thenEvent(
                        GraduationRefused.class,
                        refused ->
                                assertThat(refused.reasons().getFirst().code()).isEqualTo(code));
    }
}
