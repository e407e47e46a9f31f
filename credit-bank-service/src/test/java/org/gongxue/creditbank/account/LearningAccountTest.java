package org.gongxue.creditbank.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.gongxue.creditbank.World;
import org.gongxue.events.creditbank.LearningAccountOpened;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.creditbank.SkillLevelHeld;
import org.gongxue.events.creditbank.SkillLevelLost;
import org.gongxue.events.enrollment.LearnerAccountLinked;
import org.gongxue.kit.authority.Accounts;
import org.junit.jupiter.api.Test;

class LearningAccountTest {

    @Test
    void whoeverIsRegisteredHasAnAccount() {
        var registered = World.learner("sun", "firm-a", null);
        World.city()
                .whenReceived("enrollment", "learner/sun", registered)
                .then(registered, new LearningAccountOpened("LA-sun", "sun"));
    }

    @Test
    void whoeverRegistersHimselfIsKnownByHisSignIn() {
        var registered = World.learner("sun", "firm-a", "sub-sun");
        var fixture = World.city()
                .whenReceived("enrollment", "learner/sun", registered)
                .then(registered, registered, new LearningAccountOpened("LA-sun", "sun"))
                .and();
        assertThat(fixture.state(Accounts.ACCOUNT, "sub-sun").learnerId()).isEqualTo("sun");
    }

    @Test
    void aRegistrationToldTwiceOpensOneAccount() {
        var registered = World.learner("wang", "firm-b", null);
        var fixture = World.city()
                .whenReceived("enrollment", "learner/wang", registered)
                .then(registered)
                .and();
        assertThat(fixture.state(LearningAccount.STREAM, "wang").unitId()).isEqualTo("firm-b");
    }

    @Test
    void aSignInLinkedLaterIsKnown() {
        var linked = new LearnerAccountLinked("zhao", "sub-zhao");
        var fixture = World.city()
                .whenReceived("enrollment", "learner/zhao", linked)
                .then(linked)
                .and();
        assertThat(fixture.state(Accounts.ACCOUNT, "sub-zhao").learnerId()).isEqualTo("zhao");
    }

    @Test
    void anEnrollmentIsListedInTheAccountOfItsLearner() {
        var fixture = World.city().givenReceived("enrollment", "enrollment/e1", World.enrolled("e1", "wang"));
        assertThat(fixture.state(LearningAccount.STREAM, "wang").enrollments()).containsExactly("e1");
    }

    @Test
    void theHighestLevelFallsBackWhenItIsLost() {
        var stream = LearningAccount.STREAM.id("wang");
        var fixture = World.city()
                .given(
                        stream,
                        new SkillLevelHeld("wang", "o1", "6-31-01-03", SkillLevel.INTERMEDIATE),
                        new SkillLevelHeld("wang", "o2", "6-31-01-03", SkillLevel.TECHNICIAN),
                        new SkillLevelHeld("wang", "o3", "4-07-05-01", SkillLevel.SENIOR),
                        new SkillLevelLost("wang", "o2", "6-31-01-03", SkillLevel.TECHNICIAN));
        var account = fixture.state(LearningAccount.STREAM, "wang");
        assertThat(account.highestHeld()).contains(SkillLevel.SENIOR);
        assertThat(account.highestHeld("6-31-01-03")).contains(SkillLevel.INTERMEDIATE);
        assertThat(account.highestHeld("1-01-01-01")).isEmpty();
        assertThat(account.certificates()).isEqualTo(2);
    }

    @Test
    void aFullAccountStaysWithinItsHead() {
        var stream = LearningAccount.STREAM.id("wang");
        var fixture = World.city();
        IntStream.range(0, LearningAccount.CERTIFICATES_MAX)
                .mapToObj(i -> new SkillLevelHeld(
                        "wang", "o" + i, "X-99-99-99-EDITION%03d".formatted(i), SkillLevel.SENIOR_TECHNICIAN))
                .forEach(held -> fixture.given(stream, held));
        // The fixture asserts the size of every head, as the log does.
        assertThat(fixture.state(LearningAccount.STREAM, "wang").certificates())
                .isEqualTo(LearningAccount.CERTIFICATES_MAX);
    }
}
