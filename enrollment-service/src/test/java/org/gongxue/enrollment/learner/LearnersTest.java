package org.gongxue.enrollment.learner;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.Settled.Standing;
import org.gongxue.enrollment.World;
import org.gongxue.enrollment.learner.LearnerCommand.RecordCard;
import org.gongxue.enrollment.learner.LearnerCommand.Register;
import org.gongxue.events.enrollment.ConsentGiven;
import org.gongxue.events.enrollment.EducationLevel;
import org.gongxue.events.enrollment.LearnerAccountLinked;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.events.enrollment.PayeeAccountRecorded;
import org.junit.jupiter.api.Test;

class LearnersTest {

    private static final EducationLevel EDUCATION = EducationLevel.SENIOR_SECONDARY;

    private static Register register(boolean self, boolean phoneMatches) {
        return new Register("L-1", "token-1", "factory", EDUCATION, self, phoneMatches, "2015-1", true, "profile");
    }

    @Test
    void anOfficerRegistersAWorkerOfTheOwnSubtree() {
        World.city()
                .by(World.DISTRICT)
                .when(register(false, false))
                .then(
                        new LearnerRegistered("L-1", "token-1", "factory", EDUCATION, null, "officer-district"),
                        new ConsentGiven("L-1", "2015-1", true, "officer-district", World.TODAY));
    }

    @Test
    void anOfficerOfAnotherDistrictDoesNot() {
        World.city().by(World.OTHER_DISTRICT).when(register(false, false)).thenRefused("NOT_APPOINTED");
    }

    @Test
    void aWorkerRegistersHimselfAndIsLinkedToHisAccount() {
        World.city()
                .by("user:worker")
                .when(register(true, false))
                .then(
                        new LearnerRegistered("L-1", "token-1", "factory", EDUCATION, "worker", "worker"),
                        new ConsentGiven("L-1", "2015-1", true, "worker", World.TODAY),
                        new LearnerAccountLinked("L-1", "worker"));
    }

    @Test
    void withoutSeparateConsentNothingIsRecorded() {
        World.city()
                .by("user:worker")
                .when(new Register("L-1", "token-1", "factory", EDUCATION, true, false, "2015-1", false, "profile"))
                .thenRefused("CONSENT_REQUIRED");
    }

    @Test
    void aWorkerClaimsTheRecordAnOfficerMadeWhenThePhoneIsHis() {
        var fixture = World.city().by(World.DISTRICT).givenCommands(register(false, false));
        fixture.by("user:stranger").when(register(true, false)).thenRefused("IDENTITY_TAKEN");
        fixture.by("user:worker")
                .when(register(true, true))
                .then(
                        new ConsentGiven("L-1", "2015-1", true, "worker", World.TODAY),
                        new LearnerAccountLinked("L-1", "worker"));
        var again = fixture.when(register(true, true)).thenNothing().answer(Settled.class);
        assertThat(again.standing()).isEqualTo(Standing.DUPLICATE);
    }

    @Test
    void anOfficerWhoMeetsAWorkerAgainGetsTheSameLearner() {
        var fixture = World.city().by(World.DISTRICT).givenCommands(register(false, false));
        var again = fixture.when(register(false, false)).thenNothing().answer(Settled.class);
        assertThat(again).isEqualTo(Settled.duplicate("L-1", "L-1"));
        fixture.by(World.OTHER_DISTRICT).when(register(false, false)).thenRefused("IDENTITY_TAKEN");
    }

    @Test
    void oneAccountIsOneLearner() {
        var fixture = World.city().by("user:worker").givenCommands(register(true, false));
        fixture.when(new Register("L-2", "token-2", "factory", EDUCATION, true, false, "2015-1", true, "profile"))
                .thenRefused("ACCOUNT_ALREADY_LINKED");
    }

    @Test
    void aCardReplacesTheOneBefore() {
        var fixture = World.city().by("user:worker").givenCommands(register(true, false));
        fixture.when(new RecordCard("L-1", "card-a")).then(new PayeeAccountRecorded("L-1", "card-a", 1));
        fixture.when(new RecordCard("L-1", "card-a")).thenNothing();
        fixture.when(new RecordCard("L-1", "card-b")).then(new PayeeAccountRecorded("L-1", "card-b", 2));
    }

    @Test
    void nobodyElseLeavesACardForAWorker() {
        var fixture = World.city().by("user:worker").givenCommands(register(true, false));
        fixture.by("user:stranger").when(new RecordCard("L-1", "card-x")).thenRefused("NOT_APPOINTED");
        fixture.by(World.OTHER_DISTRICT).when(new RecordCard("L-1", "card-x")).thenRefused("NOT_APPOINTED");
        fixture.by(World.CITY).when(new RecordCard("L-1", "card-a")).then(new PayeeAccountRecorded("L-1", "card-a", 1));
    }
}
