package org.gongxue.enrollment.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.Settled.Standing;
import org.gongxue.enrollment.World;
import org.gongxue.enrollment.leaving.LeavingCommand.WithdrawStudent;
import org.gongxue.enrollment.leaving.LeavingCommand.WithdrawalReason;
import org.gongxue.enrollment.study.StudyCommand.RecordCourseResult;
import org.gongxue.enrollment.study.StudyCommand.RecordTuitionReceipt;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.creditbank.ConversionReversed;
import org.gongxue.events.creditbank.ConvertedCourse;
import org.gongxue.events.creditbank.CreditsConverted;
import org.gongxue.events.enrollment.CourseResultRecorded;
import org.gongxue.events.enrollment.LearnerWithdrawn;
import org.gongxue.events.enrollment.PlaceFreed;
import org.gongxue.events.enrollment.TuitionReceiptRecorded;
import org.gongxue.events.enrollment.TuitionSettled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StudyTest {

    private static final LocalDate TODAY = World.TODAY;

    private final DomainFixture<EnrollmentCommand> fixture = World.withIntake(5, 5);

    @BeforeEach
    void aStudent() {
        World.enrolled(fixture, "wang");
        fixture.by(World.REGISTRAR_A);
    }

    private static RecordCourseResult result(String course, int score, String term) {
        return new RecordCourseResult(World.NPU, "N-wang", course, null, score, score >= 60, term);
    }

    private static RecordTuitionReceipt receipt(String number, long due, long waived, long paid, long refunded) {
        return new RecordTuitionReceipt(World.NPU, "N-wang", number, due, waived, paid, refunded, TODAY);
    }

    private DegreeProgress progress() {
        return DegreeProgress.of(World.program(), fixture.state(Enrollments.ENROLLMENT, "E-A-wang"));
    }

    @Test
    void aResultCarriesTheProgramsCredits() {
        fixture.when(result("M1", 85, "2015-2"))
                .then(new CourseResultRecorded("E-A-wang", "L-wang", "M1", 30, 85, true, "2015-2"));
    }

    @Test
    void theSameCourseAndTermAgainIsADuplicate() {
        fixture.givenCommands(result("M1", 55, "2015-2"));
        var again = fixture.when(result("M1", 90, "2015-2")).thenNothing().answer(Settled.class);
        assertThat(again.standing()).isEqualTo(Standing.DUPLICATE);
    }

    @Test
    void aBetterResultReplacesAWorseOneForTheProgress() {
        fixture.givenCommands(result("M1", 55, "2015-2"));
        assertThat(progress().own()).isZero();
        fixture.givenCommands(result("M1", 61, "2016-1"), result("M1", 40, "2016-2"));
        assertThat(progress().own()).isEqualTo(30);
        assertThat(progress().missing()).extracting("code").containsExactly("M2", "M3");
    }

    @Test
    void aCourseOutsideTheProgramAndOtherCreditsAreRefused() {
        fixture.when(result("X9", 90, "2015-2")).thenRefused("COURSE_UNKNOWN");
        fixture.when(new RecordCourseResult(World.NPU, "N-wang", "M1", 5, 90, true, "2015-2"))
                .thenRefused("COURSE_CREDITS_DIFFER");
    }

    @Test
    void onlyTheOwnUniversityReportsAndOnlyOnItsStudents() {
        fixture.when(new RecordCourseResult(World.NPU, "N-nobody", "M1", null, 90, true, "2015-2"))
                .thenRefused("NOT_ENROLLED_HERE");
        fixture.by(World.OTHER_REGISTRAR).when(result("M1", 85, "2015-2")).thenRefused("NOT_APPOINTED");
        fixture.when(new RecordCourseResult(World.OTHER_UNIVERSITY, "N-wang", "M1", null, 90, true, "2015-2"))
                .thenRefused("NOT_ENROLLED_HERE");
    }

    @Test
    void convertedCoursesCountOnceAndNoLongerAfterTheReversal() {
        fixture.givenCommands(result("M1", 85, "2015-2"));
        var courses = List.of(new ConvertedCourse("M1", "机械制图", 30), new ConvertedCourse("M3", "金工实习", 24));
        fixture.whenReceived(
                        "credit-bank",
                        "conversion/C-1",
                        new CreditsConverted("C-1", "O-1", "L-wang", "E-A-wang", "R-1", 1, courses, 54))
                .then(new CreditsConverted("C-1", "O-1", "L-wang", "E-A-wang", "R-1", 1, courses, 54));
        assertThat(progress().own()).isEqualTo(30);
        assertThat(progress().converted()).isEqualTo(24);
        assertThat(progress().counted()).isEqualTo(54);
        fixture.givenReceived(
                "credit-bank", "conversion/C-1", new ConversionReversed("C-1", "O-1", "L-wang", "E-A-wang", "REVOKED"));
        assertThat(progress().converted()).isZero();
    }

    @Test
    void aReceiptsAmountsAddUpAndItsNumberStandsOnce() {
        fixture.when(receipt("R-1", 800_000, 120_000, 680_000, 0))
                .then(
                        new TuitionReceiptRecorded("E-A-wang", "L-wang", "R-1", 800_000, 120_000, 680_000, 0, TODAY),
                        new TuitionSettled("E-A-wang", "R-1", 800_000));
        assertThat(fixture.when(receipt("R-1", 800_000, 120_000, 680_000, 0))
                        .thenNothing()
                        .answer(Settled.class)
                        .standing())
                .isEqualTo(Standing.DUPLICATE);
        fixture.when(receipt("R-1", 800_000, 0, 800_000, 0)).thenRefused("RECEIPT_NUMBER_TAKEN");
        fixture.when(receipt("R-2", 800_000, 0, 680_000, 0)).thenRefused("TUITION_NOT_BALANCED");
        fixture.when(receipt("R-3", 800_000, 0, 800_000, 800_001)).thenRefused("REFUND_ABOVE_PAID");
    }

    @Test
    void allReceiptsTogetherSettleNoMoreThanTheTuition() {
        fixture.givenCommands(receipt("R-1", 500_000, 0, 500_000, 100_000), receipt("R-2", 400_000, 0, 400_000, 0));
        fixture.when(receipt("R-3", 1, 0, 1, 0)).thenRefused("TUITION_EXCEEDED");
    }

    @Test
    void aConvertedCourseCountsForNoMoreThanTheProgramGives() {
        fixture.givenReceived(
                "credit-bank",
                "conversion/C-1",
                new CreditsConverted(
                        "C-1",
                        "O-1",
                        "L-wang",
                        "E-A-wang",
                        "R-1",
                        1,
                        List.of(new ConvertedCourse("M3", "金工实习", 60)),
                        60));
        assertThat(progress().converted()).isEqualTo(24);
    }

    @Test
    void leavingInTimeFreesThePlaceAndLaterDoesNot() {
        World.enrolled(fixture, "li");
        fixture.by(World.REGISTRAR_A)
                .when(new WithdrawStudent(World.NPU, "N-wang", TODAY, WithdrawalReason.PERSONAL))
                .then(
                        new LearnerWithdrawn("E-A-wang", "L-wang", TODAY, "PERSONAL"),
                        new PlaceFreed(World.INTAKE, World.PROGRAM, "A-wang", TODAY));
        var later = TODAY.plusDays(60);
        World.day(fixture, later);
        fixture.when(new WithdrawStudent(World.NPU, "N-li", later, WithdrawalReason.TRANSFERRED))
                .then(new LearnerWithdrawn("E-A-li", "L-li", later, "TRANSFERRED"));
        assertThat(fixture.when(new WithdrawStudent(World.NPU, "N-li", later, WithdrawalReason.TRANSFERRED))
                        .thenNothing()
                        .answer(Settled.class)
                        .standing())
                .isEqualTo(Standing.DUPLICATE);
    }
}
