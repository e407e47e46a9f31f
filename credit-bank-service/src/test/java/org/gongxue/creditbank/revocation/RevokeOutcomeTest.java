package org.gongxue.creditbank.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.World.ADMIN;
import static org.gongxue.creditbank.World.DISTRICT_ADMIN;
import static org.gongxue.creditbank.World.LI;
import static org.gongxue.creditbank.World.OFFICER;
import static org.gongxue.creditbank.World.SECOND_ADMIN;
import static org.gongxue.creditbank.World.SENIOR_2017;
import static org.gongxue.creditbank.World.TODAY;
import static org.gongxue.creditbank.World.WANG;
import static org.gongxue.creditbank.World.cityWithRule;
import static org.gongxue.creditbank.World.convert;
import static org.gongxue.creditbank.World.deposit;
import static org.gongxue.creditbank.World.token;

import java.util.List;
import org.gongxue.creditbank.World;
import org.gongxue.creditbank.account.LearningAccount;
import org.gongxue.creditbank.conversion.ConvertOutcome;
import org.gongxue.creditbank.conversion.DegreeEnrollment;
import org.gongxue.events.creditbank.CertificateReleased;
import org.gongxue.events.creditbank.ConversionReversed;
import org.gongxue.events.creditbank.CreditsConverted;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.OutcomeRevocationProposed;
import org.gongxue.events.creditbank.OutcomeRevocationRejected;
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
                        new ConvertOutcome("c2", "o1", "e2", WANG),
                        propose(RevocationReason.FALSE_CERTIFICATE))
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
                .givenCommands(deposit("o1", "wang", OFFICER, SENIOR_2017), propose(RevocationReason.WRONG_LEARNER))
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
                .givenCommands(
                        deposit("o1", "wang", WANG, SENIOR_2017),
                        propose(RevocationReason.WITHDRAWN_BY_ISSUER),
                        revoke(RevocationReason.WITHDRAWN_BY_ISSUER))
                .when(revoke(RevocationReason.WITHDRAWN_BY_ISSUER))
                .thenRefused("OUTCOME_NOT_RECOGNIZED")
                .and()
                .when(propose(RevocationReason.FALSE_CERTIFICATE))
                .thenRefused("OUTCOME_NOT_RECOGNIZED");
    }

    @Test
    void whatIsOnlyProposedChangesNothingForTheHolder() {
        var fixture = cityWithRule()
                .givenCommands(deposit("o1", "wang", WANG, SENIOR_2017))
                .when(propose(RevocationReason.FALSE_CERTIFICATE))
                .then(new OutcomeRevocationProposed("o1", "wang", "FALSE_CERTIFICATE", TODAY, ADMIN.subject()))
                .and();
        fixture.when(convert("c1", "o1", WANG)).thenEvent(CreditsConverted.class, _ -> {});
        assertThat(fixture.state(LearningAccount.STREAM, "wang").highestHeld()).contains(SkillLevel.SENIOR);
    }

    @Test
    void whoeverProposedDoesNotConfirm() {
        cityWithRule()
                .givenCommands(deposit("o1", "wang", WANG, SENIOR_2017), propose(RevocationReason.FALSE_CERTIFICATE))
                .when(new RevokeOutcome("o1", RevocationReason.FALSE_CERTIFICATE, ADMIN))
                .thenRefused("MAKER_IS_CHECKER");
    }

    @Test
    void nobodyRevokesWhatNobodyElseProposed() {
        cityWithRule()
                .givenCommands(deposit("o1", "wang", WANG, SENIOR_2017))
                .when(revoke(RevocationReason.FALSE_CERTIFICATE))
                .thenRefused("REVOCATION_NOT_PROPOSED")
                .and()
                .when(new RejectRevocation("o1", SECOND_ADMIN))
                .thenRefused("REVOCATION_NOT_PROPOSED");
    }

    @Test
    void oneRevocationIsProposedAtATime() {
        cityWithRule()
                .givenCommands(deposit("o1", "wang", WANG, SENIOR_2017), propose(RevocationReason.FALSE_CERTIFICATE))
                .when(new ProposeRevocation("o1", RevocationReason.WRONG_ENTRY, SECOND_ADMIN))
                .thenRefused("REVOCATION_PROPOSED_ALREADY");
    }

    @Test
    void whatWasCheckedIsWhatIsConfirmed() {
        cityWithRule()
                .givenCommands(deposit("o1", "wang", WANG, SENIOR_2017), propose(RevocationReason.WRONG_ENTRY))
                .when(revoke(RevocationReason.FALSE_CERTIFICATE))
                .thenRefused("REVOCATION_CHANGED");
    }

    @Test
    void aProposalIsTakenBackOrTurnedDownAndMayBeMadeAnew() {
        for (var asker : List.of(ADMIN, SECOND_ADMIN)) {
            var fixture = cityWithRule()
                    .givenCommands(
                            deposit("o1", "wang", WANG, SENIOR_2017), propose(RevocationReason.FALSE_CERTIFICATE))
                    .when(new RejectRevocation("o1", asker))
                    .then(new OutcomeRevocationRejected("o1", "wang", "FALSE_CERTIFICATE", asker.subject()))
                    .and();
            fixture.when(revoke(RevocationReason.FALSE_CERTIFICATE)).thenRefused("REVOCATION_NOT_PROPOSED");
            fixture.givenCommands(propose(RevocationReason.WRONG_ENTRY))
                    .when(revoke(RevocationReason.WRONG_ENTRY))
                    .thenEvent(OutcomeRevoked.class, _ -> {});
        }
    }

    @Test
    void anUnknownOutcomeIsNotFound() {
        cityWithRule().when(propose(RevocationReason.FALSE_CERTIFICATE)).thenRefused("OUTCOME_UNKNOWN");
        cityWithRule().when(revoke(RevocationReason.FALSE_CERTIFICATE)).thenRefused("OUTCOME_UNKNOWN");
        cityWithRule().when(new RejectRevocation("o1", ADMIN)).thenRefused("OUTCOME_UNKNOWN");
    }

    @Test
    void anAdministratorOfOneDistrictOrAnOfficerMayNeitherProposeNorConfirmNorReject() {
        for (var asker : List.of(DISTRICT_ADMIN, OFFICER)) {
            cityWithRule()
                    .givenCommands(deposit("o1", "wang", WANG, SENIOR_2017))
                    .when(new ProposeRevocation("o1", RevocationReason.FALSE_CERTIFICATE, asker))
                    .thenRefused("NOT_APPOINTED");
            var proposed = cityWithRule()
                    .givenCommands(
                            deposit("o1", "wang", WANG, SENIOR_2017), propose(RevocationReason.FALSE_CERTIFICATE));
            proposed.when(new RevokeOutcome("o1", RevocationReason.FALSE_CERTIFICATE, asker))
                    .thenRefused("NOT_APPOINTED");
            proposed.when(new RejectRevocation("o1", asker)).thenRefused("NOT_APPOINTED");
        }
    }

    private static ProposeRevocation propose(RevocationReason reason) {
        return new ProposeRevocation("o1", reason, ADMIN);
    }

    private static RevokeOutcome revoke(RevocationReason reason) {
        return new RevokeOutcome("o1", reason, SECOND_ADMIN);
    }
}
