package org.gongxue.enrollment.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.Settled.Standing;
import org.gongxue.enrollment.World;
import org.gongxue.enrollment.admission.ApplicationCommand.Admit;
import org.gongxue.enrollment.admission.ApplicationCommand.Recommend;
import org.gongxue.enrollment.admission.ApplicationCommand.RefuseNotRecommended;
import org.gongxue.enrollment.admission.ApplicationCommand.Review;
import org.gongxue.enrollment.admission.ApplicationCommand.ReviewReason;
import org.gongxue.enrollment.admission.ApplicationCommand.Submit;
import org.gongxue.enrollment.admission.ApplicationCommand.Withdraw;
import org.gongxue.enrollment.admission.ApplicationState.Stage;
import org.gongxue.enrollment.admission.IntakeCommand.CloseIntake;
import org.gongxue.enrollment.admission.IntakeCommand.PromoteNext;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.enrollment.ApplicationAdmitted;
import org.gongxue.events.enrollment.ApplicationPlaced;
import org.gongxue.events.enrollment.ApplicationRecommended;
import org.gongxue.events.enrollment.ApplicationRefused;
import org.gongxue.events.enrollment.ApplicationSubmitted;
import org.gongxue.events.enrollment.ApplicationWaitlisted;
import org.gongxue.events.enrollment.ApplicationWithdrawn;
import org.gongxue.events.enrollment.EducationLevel;
import org.gongxue.events.enrollment.Holder;
import org.gongxue.events.enrollment.IntakeClaimReleased;
import org.gongxue.events.enrollment.IntakeClaimed;
import org.gongxue.events.enrollment.IntakeClosed;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.events.enrollment.PlaceFreed;
import org.gongxue.events.enrollment.PlaceTaken;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.enrollment.StudentNumberAssigned;
import org.gongxue.events.enrollment.WaitlistEntered;
import org.gongxue.events.enrollment.WaitlistNumberIssued;
import org.gongxue.events.enrollment.WaitlistNumberReturned;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final LocalDate TODAY = World.TODAY;
    private static final LocalDate DUE = TODAY.plusDays(15);
    private static final LocalDate CLOSES = TODAY.plusDays(29);
    private static final LocalDate AFTER = CLOSES.plusDays(1);

    private final DomainFixture<EnrollmentCommand> fixture = World.withIntake(2, 2);

    @Test
    void anApplicationIsHeldByTheWorkersOwnUnionFirst() {
        World.learner(fixture, "L-wang", EducationLevel.SENIOR_SECONDARY);
        fixture.by("user:L-wang")
                .when(new Submit("A-wang", World.INTAKE, World.PROGRAM, "L-wang"))
                .then(
                        new ApplicationSubmitted(
                                "A-wang",
                                World.INTAKE,
                                World.PROGRAM,
                                1,
                                World.NPU,
                                "L-wang",
                                "token-L-wang",
                                "factory",
                                EducationLevel.SENIOR_SECONDARY,
                                "L-wang",
                                TODAY,
                                new Holder(StaffRole.UNION_OFFICER, "factory", DUE)),
                        new IntakeClaimed("token-L-wang", World.INTAKE, "A-wang"));
    }

    @Test
    void schoolingBelowTheEntryLevelIsRefusedAtOnceWithValueAndNeed() {
        World.learner(fixture, "L-wang", EducationLevel.JUNIOR_SECONDARY);
        var refused = fixture.by("user:L-wang").when(new Submit("A-wang", World.INTAKE, World.PROGRAM, "L-wang"));
        refused.thenEvent(
                ApplicationRefused.class,
                event -> assertThat(event)
                        .isEqualTo(new ApplicationRefused(
                                "A-wang",
                                "EDUCATION_BELOW_ENTRY",
                                "educationLevel",
                                "JUNIOR_SECONDARY",
                                "SENIOR_SECONDARY",
                                null,
                                TODAY)));
        assertThat(refused.answer(Settled.class).standing()).isEqualTo(Standing.REFUSED);
        assertThat(stage("A-wang")).isEqualTo(Stage.REFUSED);
    }

    @Test
    void aSecondApplicationOfThePersonCitesTheFirst() {
        World.applied(fixture, "wang");
        var again = fixture.by(World.DISTRICT).when(new Submit("A-again", World.INTAKE, World.PROGRAM, "L-wang"));
        again.thenEvent(ApplicationRefused.class, event -> {
            assertThat(event.code()).isEqualTo("DUPLICATE");
            assertThat(event.firstApplicationId()).isEqualTo("A-wang");
        });
        assertThat(again.answer(Settled.class)).isEqualTo(Settled.duplicate("A-again", "A-wang"));
        assertThat(stage("A-wang")).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void afterWithdrawingOnePersonMayApplyAgain() {
        World.applied(fixture, "wang");
        fixture.by("user:L-wang")
                .when(new Withdraw("A-wang"))
                .then(
                        new ApplicationWithdrawn("A-wang", "L-wang", TODAY),
                        new IntakeClaimReleased("token-L-wang", World.INTAKE, "A-wang"));
        fixture.when(new Submit("A-new", World.INTAKE, World.PROGRAM, "L-wang"))
                .thenEvent(
                        IntakeClaimed.class, c -> assertThat(c.applicationId()).isEqualTo("A-new"));
    }

    @Test
    void outsideTheWindowThereAreNoApplications() {
        World.learner(fixture, "L-wang", EducationLevel.SENIOR_SECONDARY);
        World.day(fixture, AFTER);
        fixture.by("user:L-wang")
                .when(new Submit("A-wang", World.INTAKE, World.PROGRAM, "L-wang"))
                .thenRefused("WINDOW_CLOSED");
    }

    @Test
    void nobodyAppliesForAWorkerOutsideTheirSubtree() {
        World.learner(fixture, "L-wang", EducationLevel.SENIOR_SECONDARY);
        var submit = new Submit("A-wang", World.INTAKE, World.PROGRAM, "L-wang");
        fixture.by(World.OTHER_DISTRICT).when(submit).thenRefused("NOT_APPOINTED");
        fixture.by("user:stranger").when(submit).thenRefused("NOT_APPOINTED");
    }

    @Test
    void theRecommendationHandsOnToTheDistrictUnion() {
        World.applied(fixture, "wang");
        fixture.by(World.GRASSROOTS)
                .when(new Recommend("A-wang"))
                .then(new ApplicationRecommended(
                        "A-wang",
                        "officer-grassroots",
                        "factory",
                        TODAY,
                        new Holder(StaffRole.UNION_OFFICER, "district", DUE)));
    }

    @Test
    void aWorkerOfAMunicipalUnitIsReviewedThere() {
        World.learner(fixture, "L-li", EducationLevel.SENIOR_SECONDARY, "bureau");
        fixture.by(World.CITY).givenCommands(new Submit("A-li", World.INTAKE, World.PROGRAM, "L-li"));
        fixture.when(new Recommend("A-li")).thenEvent(ApplicationRecommended.class, r -> {
            assertThat(r.holder().organizationId()).isEqualTo("bureau");
            assertThat(r.recommendingUnitId()).isEqualTo("city");
        });
    }

    @Test
    void noOfficerRecommendsOutsideTheirSubtreeOrThemselves() {
        World.applied(fixture, "wang");
        fixture.by(World.OTHER_DISTRICT).when(new Recommend("A-wang")).thenRefused("NOT_APPOINTED");
        World.appoint(fixture, "L-wang", "factory", StaffRole.UNION_OFFICER);
        fixture.by("user:L-wang").when(new Recommend("A-wang")).thenRefused("MAKER_IS_CHECKER");
    }

    @Test
    void theRecommenderDoesNotReview() {
        World.applied(fixture, "wang");
        fixture.by(World.DISTRICT).givenCommands(new Recommend("A-wang"));
        fixture.when(new Review("A-wang", true, null)).thenRefused("MAKER_IS_CHECKER");
    }

    @Test
    void aGrassrootsOfficerDoesNotReview() {
        World.applied(fixture, "wang");
        fixture.by(World.DISTRICT).givenCommands(new Recommend("A-wang"));
        fixture.by(World.GRASSROOTS).when(new Review("A-wang", true, null)).thenRefused("NOT_APPOINTED");
    }

    @Test
    void approvalTakesAPlaceAndHandsOnToTheUniversity() {
        World.applied(fixture, "wang");
        fixture.by(World.GRASSROOTS).givenCommands(new Recommend("A-wang"));
        fixture.by(World.DISTRICT)
                .when(new Review("A-wang", true, null))
                .then(
                        new ApplicationPlaced(
                                "A-wang",
                                "officer-district",
                                null,
                                TODAY,
                                new Holder(StaffRole.REGISTRAR, World.NPU, DUE)),
                        new PlaceTaken(World.INTAKE, World.PROGRAM, "A-wang", 1, null));
    }

    @Test
    void declineIsARefusalWithItsCodedReason() {
        World.applied(fixture, "wang");
        fixture.by(World.GRASSROOTS).givenCommands(new Recommend("A-wang"));
        fixture.by(World.DISTRICT)
                .when(new Review("A-wang", false, ReviewReason.NOT_A_WORKER))
                .thenEvent(ApplicationRefused.class, r -> assertThat(r.code()).isEqualTo("REVIEW_NOT_A_WORKER"));
    }

    @Test
    void whenThePlacesAreUsedUpTheNextWaitWithANumber() {
        World.approved(fixture, "one");
        World.approved(fixture, "two");
        World.applied(fixture, "three");
        fixture.by(World.GRASSROOTS).givenCommands(new Recommend("A-three"));
        var waits = fixture.by(World.DISTRICT)
                .when(new Review("A-three", true, null))
                .then(
                        new ApplicationWaitlisted(
                                "A-three",
                                "officer-district",
                                1,
                                TODAY,
                                new Holder(StaffRole.UNION_OFFICER, "district", CLOSES)),
                        new WaitlistNumberIssued(World.INTAKE, World.PROGRAM, "A-three", 1),
                        new WaitlistEntered(World.INTAKE, World.PROGRAM, 1, "A-three"));
        assertThat(waits.answer(Settled.class)).isEqualTo(Settled.waitlisted("A-three", 1));
    }

    @Test
    void aPlaceDeclinedInTimeGoesToTheNextNumber() {
        World.approved(fixture, "one");
        World.approved(fixture, "two");
        World.approved(fixture, "three");
        World.approved(fixture, "four");
        fixture.by("user:L-three")
                .when(new Withdraw("A-three"))
                .thenEvent(
                        WaitlistNumberReturned.class,
                        r -> assertThat(r.number()).isEqualTo(1));
        fixture.by("user:L-one")
                .when(new Withdraw("A-one"))
                .thenEvent(PlaceFreed.class, f -> assertThat(f.applicationId()).isEqualTo("A-one"));
        fixture.by(World.SERVICE)
                .when(new PromoteNext(World.INTAKE, World.PROGRAM))
                .then(
                        new ApplicationPlaced(
                                "A-four", null, 2, TODAY, new Holder(StaffRole.REGISTRAR, World.NPU, DUE)),
                        new PlaceTaken(World.INTAKE, World.PROGRAM, "A-four", 2, 2));
        fixture.when(new PromoteNext(World.INTAKE, World.PROGRAM)).thenNothing();
    }

    @Test
    void aNewApprovalDoesNotOvertakeThoseWhoWait() {
        World.approved(fixture, "one");
        World.approved(fixture, "two");
        World.approved(fixture, "three");
        fixture.by("user:L-one").givenCommands(new Withdraw("A-one"));
        World.applied(fixture, "four");
        fixture.by(World.GRASSROOTS).givenCommands(new Recommend("A-four"));
        fixture.by(World.DISTRICT)
                .when(new Review("A-four", true, null))
                .thenEvent(
                        ApplicationWaitlisted.class, w -> assertThat(w.number()).isEqualTo(2));
    }

    @Test
    void afterTheWindowAWithdrawalFreesNothing() {
        World.approved(fixture, "one");
        World.approved(fixture, "two");
        World.approved(fixture, "three");
        World.day(fixture, AFTER);
        fixture.by("user:L-one")
                .when(new Withdraw("A-one"))
                .then(
                        new ApplicationWithdrawn("A-one", "L-one", AFTER),
                        new IntakeClaimReleased("token-L-one", World.INTAKE, "A-one"));
        fixture.by(World.SERVICE)
                .when(new PromoteNext(World.INTAKE, World.PROGRAM))
                .thenNothing();
    }

    @Test
    void theNotRecommendedAreRefusedOnceTheWindowIsOver() {
        World.applied(fixture, "wang");
        fixture.by(World.SERVICE).when(new RefuseNotRecommended("A-wang")).thenNothing();
        World.day(fixture, AFTER);
        fixture.by(World.GRASSROOTS).when(new Recommend("A-wang")).thenRefused("WINDOW_CLOSED");
        fixture.by(World.SERVICE)
                .when(new RefuseNotRecommended("A-wang"))
                .then(
                        new ApplicationRefused(
                                "A-wang", "NOT_RECOMMENDED", "recommendation", null, CLOSES.toString(), null, AFTER),
                        new IntakeClaimReleased("token-L-wang", World.INTAKE, "A-wang"));
        fixture.when(new RefuseNotRecommended("A-wang")).thenNothing();
        fixture.when(new CloseIntake(World.INTAKE)).then(new IntakeClosed(World.INTAKE, AFTER));
        fixture.when(new CloseIntake(World.INTAKE)).thenNothing();
    }

    @Test
    void theRecommendedAreStillReviewedAfterTheWindow() {
        World.applied(fixture, "wang");
        fixture.by(World.GRASSROOTS).givenCommands(new Recommend("A-wang"));
        World.day(fixture, AFTER);
        fixture.by(World.SERVICE).givenCommands(new CloseIntake(World.INTAKE));
        fixture.by(World.DISTRICT)
                .when(new Review("A-wang", true, null))
                .thenEvent(PlaceTaken.class, t -> assertThat(t.used()).isEqualTo(1));
    }

    @Test
    void admissionByTheUniversityIsAnEnrollmentWithItsNumber() {
        World.approved(fixture, "wang");
        var admitted = fixture.by(World.REGISTRAR_A).when(new Admit("A-wang", "20150001", TODAY));
        admitted.then(
                new ApplicationAdmitted("A-wang", "E-A-wang", TODAY),
                new LearnerEnrolled(
                        "E-A-wang", "L-wang", World.PROGRAM, 1, World.NPU, "20150001", "factory", 80, TODAY),
                new StudentNumberAssigned(World.NPU, "20150001", "E-A-wang"));
        var again = fixture.by(World.MACHINE)
                .when(new Admit("A-wang", "20150001", TODAY))
                .thenNothing();
        assertThat(again.answer(Settled.class).standing()).isEqualTo(Standing.DUPLICATE);
    }

    @Test
    void noOtherUniversityAdmitsAndNoOfficer() {
        World.approved(fixture, "wang");
        fixture.by(World.OTHER_REGISTRAR).when(new Admit("A-wang", "1", TODAY)).thenRefused("NOT_APPOINTED");
        fixture.by(World.CITY).when(new Admit("A-wang", "1", TODAY)).thenRefused("NOT_APPOINTED");
    }

    @Test
    void aStudentNumberIsGivenOnceAndOnlyWithAPlace() {
        World.approved(fixture, "one");
        World.approved(fixture, "two");
        World.approved(fixture, "three");
        fixture.by(World.REGISTRAR_A).givenCommands(new Admit("A-one", "20150001", TODAY));
        fixture.when(new Admit("A-two", "20150001", TODAY)).thenRefused("STUDENT_NUMBER_TAKEN");
        fixture.when(new Admit("A-three", "20150003", TODAY)).thenRefused("APPLICATION_STAGE");
        fixture.when(new Admit("A-two", "20150002", TODAY.plusDays(1))).thenRefused("DATE_IN_FUTURE");
    }

    private Stage stage(String applicationId) {
        return fixture.state(Applications.APPLICATION, applicationId).stage();
    }

    @Test
    void theLongestIdsFitIntoOneWaitlistNumber() {
        var longest = Intakes.waitlistId("i".repeat(50), "p".repeat(50), 1_000_000);
        assertThat(Intakes.WAITLIST.id(longest).id()).isEqualTo(longest);
    }
}
