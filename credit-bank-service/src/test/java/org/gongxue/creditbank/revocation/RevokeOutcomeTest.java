package org.gongxue.creditbank.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.World.ADMIN;
import static org.gongxue.creditbank.World.DISTRICT_ADMIN;
import static org.gongxue.creditbank.World.LI;
import static org.gongxue.creditbank.World.OFFICER;
import static org.gongxue.creditbank.World.SENIOR_2017;
import static org.gongxue.creditbank.World.TODAY;
import static org.gongxue.creditbank.World.WANG;
import static org.gongxue.creditbank.World.cityWithRule;
import static org.gongxue.creditbank.World.convert;
import static org.gongxue.creditbank.World.deposit;
import static org.gongxue.creditbank.World.token;

import org.gongxue.creditbank.World;
import org.gongxue.creditbank.conversion.ConvertOutcome;
import org.gongxue.creditbank.conversion.DegreeEnrollment;
import org.gongxue.events.creditbank.CertificateReleased;
import org.gongxue.events.creditbank.ConversionReversed;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.OutcomeRevoked;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.creditbank.SkillLevelLost;
import org.junit.jupiter.api.Test;

class RevokeOutcomeTest {

    @Test
    void everyLiveConversionIsReversedWithTheOutcome() {
        var fixture = cityWithRule()
                .givenReceived("enrollment", "enrollment/e2", World.enrolled("e2", "wang"))
                .givenCommands(
                        deposit("o1", "wang", WANG, SENIOR_2017),
                        convert("c1", "o1", WANG),
                        new ConvertOutcome("c2", "o1", "e2", WANG))
                .when(revoke(RevocationReason.FALSE_CERTIFICATE))
                .then(
                        new OutcomeRevoked("o1", "wang", "FALSE_CERTIFICATE", TODAY),
                        new SkillLevelLost("wang", "o1", "6-31-01-03", SkillLevel.SENIOR),
                        new ConversionReversed("c1", "o1", "wang", "e-wang", "OUTCOME_REVOKED"),
                        new ConversionReversed("c2", "o1", "wang", "e2", "OUTCOME_REVOKED"))
                .and();
        assertThat(fixture.state(DegreeEnrollment.STREAM, "e-wang").convertedCredits())
                .isZero();
    }

    @Test
    void aCertificateEnteredForTheWrongLearnerGoesToTheRightOne() {
        cityWithRule()
                .givenCommands(deposit("o1", "wang", OFFICER, SENIOR_2017))
                .when(revoke(RevocationReason.WRONG_LEARNER))
                .then(
                        new OutcomeRevoked("o1", "wang", "WRONG_LEARNER", TODAY),
                        new SkillLevelLost("wang", "o1", "6-31-01-03", SkillLevel.SENIOR),
                        new CertificateReleased(token(SENIOR_2017), "o1", "WRONG_LEARNER"))
                .and()
                .when(deposit("o2", "li", LI, SENIOR_2017))
                .thenEvent(
                        OutcomeRecognized.class,
                        recognized -> assertThat(recognized.learnerId()).isEqualTo("li"));
    }

    @Test
    void anOutcomeIsRevokedOnce() {
        cityWithRule()
                .givenCommands(deposit("o1", "wang", WANG, SENIOR_2017), revoke(RevocationReason.WITHDRAWN_BY_ISSUER))
                .when(revoke(RevocationReason.FALSE_CERTIFICATE))
                .thenRefused("OUTCOME_NOT_RECOGNIZED");
    }

    @Test
    void anUnknownOutcomeIsNotFound() {
        cityWithRule().when(revoke(RevocationReason.FALSE_CERTIFICATE)).thenRefused("OUTCOME_UNKNOWN");
    }

    @Test
    void anAdministratorOfOneDistrictMayNot() {
        cityWithRule()
                .givenCommands(deposit("o1", "wang", WANG, SENIOR_2017))
                .when(new RevokeOutcome("o1", RevocationReason.FALSE_CERTIFICATE, DISTRICT_ADMIN))
                .thenRefused("NOT_APPOINTED");
    }

    @Test
    void anOfficerMayNot() {
        cityWithRule()
                .givenCommands(deposit("o1", "wang", WANG, SENIOR_2017))
                .when(new RevokeOutcome("o1", RevocationReason.FALSE_CERTIFICATE, OFFICER))
                .thenRefused("NOT_APPOINTED");
    }

    private static RevokeOutcome revoke(RevocationReason reason) {
        return new RevokeOutcome("o1", reason, ADMIN);
    }
}
