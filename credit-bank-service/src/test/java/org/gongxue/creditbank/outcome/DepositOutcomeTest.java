package org.gongxue.creditbank.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.World.CITY_OFFICER;
import static org.gongxue.creditbank.World.LI;
import static org.gongxue.creditbank.World.OFFICER;
import static org.gongxue.creditbank.World.OTHER_OFFICER;
import static org.gongxue.creditbank.World.SENIOR_2017;
import static org.gongxue.creditbank.World.STRANGER;
import static org.gongxue.creditbank.World.TODAY;
import static org.gongxue.creditbank.World.WANG;
import static org.gongxue.creditbank.World.city;
import static org.gongxue.creditbank.World.deposit;
import static org.gongxue.creditbank.World.token;

import java.time.LocalDate;
import java.util.List;
import org.gongxue.creditbank.World;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.creditbank.account.LearningAccount;
import org.gongxue.creditbank.certificate.Certificate;
import org.gongxue.creditbank.revocation.RevocationReason;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.CertificateClaimed;
import org.gongxue.events.creditbank.CertificateForm;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.OutcomeRefused;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.creditbank.SkillLevelHeld;
import org.gongxue.events.enrollment.OfficerDismissed;
import org.junit.jupiter.api.Test;

class DepositOutcomeTest {

    @Test
    void aSoundCertificateIsRecognizedAtOnce() {
        city().when(deposit("o1", "wang", OFFICER, SENIOR_2017))
                .then(
                        deposited("o1", "wang", OFFICER),
                        new CertificateClaimed(token(SENIOR_2017), "o1", "wang", TODAY),
                        new OutcomeRecognized("o1", "wang", SkillLevel.SENIOR, null, null),
                        new SkillLevelHeld("wang", "o1", "6-31-01-03", SkillLevel.SENIOR));
    }

    @Test
    void aLearnerDepositsForHimselfWithoutNamingHimself() {
        var answer = city().when(deposit("o1", null, WANG, SENIOR_2017)).answer(DepositOutcome.Deposited.class);
        assertThat(answer).isEqualTo(new DepositOutcome.Deposited("o1", "wang", OutcomeState.RECOGNIZED, List.of()));
    }

    @Test
    void theNumberItselfIsInNoEvent() {
        var fixture = city().givenCommands(deposit("o1", "wang", WANG, SENIOR_2017));
        assertThat(fixture.events())
                .noneSatisfy(
                        recorded -> assertThat(new String(recorded.data(), java.nio.charset.StandardCharsets.UTF_8))
                                .contains(SENIOR_2017));
    }

    @Test
    void whatWasHeldBeforeIsToldForAllOccupationsAndForThisOne() {
        city().givenCommands(
                        deposit(
                                "o1",
                                "wang",
                                WANG,
                                "1637021001412345",
                                "6-31-01-03",
                                SkillLevel.INTERMEDIATE,
                                LocalDate.of(2016, 4, 1)),
                        deposit(
                                "o2",
                                "wang",
                                WANG,
                                "1637021001212345",
                                "4-07-05-01",
                                SkillLevel.TECHNICIAN,
                                LocalDate.of(2016, 5, 1)))
                .when(deposit("o3", "wang", WANG, SENIOR_2017))
                .thenEvent(
                        OutcomeRecognized.class,
                        recognized -> assertThat(recognized)
                                .isEqualTo(new OutcomeRecognized(
                                        "o3",
                                        "wang",
                                        SkillLevel.SENIOR,
                                        SkillLevel.TECHNICIAN,
                                        SkillLevel.INTERMEDIATE)));
    }

    @Test
    void aWrongLevelIsRefusedAndTheCertificateStaysFree() {
        var fixture = city().when(deposit(
                        "o1",
                        "wang",
                        WANG,
                        SENIOR_2017,
                        "6-31-01-03",
                        SkillLevel.TECHNICIAN,
                        LocalDate.of(2017, 5, 20)))
                .thenEvent(
                        OutcomeRefused.class,
                        refused -> assertThat(refused.reasons())
                                .containsExactly(RefusalReason.at(
                                        "11",
                                        "CERTIFICATE_LEVEL_MISMATCH",
                                        "certificateNumber",
                                        "TECHNICIAN",
                                        "SENIOR")))
                .and();
        assertThat(fixture.state(Certificate.STREAM, token(SENIOR_2017)).outcomeId())
                .isNull();
        fixture.when(deposit("o2", "wang", WANG, SENIOR_2017)).thenEvent(OutcomeRecognized.class, _ -> {});
    }

    @Test
    void everyReasonIsToldAtOnce() {
        var answer = city().when(deposit(
                        "o1", "wang", WANG, SENIOR_2017, "6-31-01-03", SkillLevel.BEGINNER, LocalDate.of(2018, 1, 1)))
                .answer(DepositOutcome.Deposited.class);
        assertThat(answer.state()).isEqualTo(OutcomeState.REFUSED);
        assertThat(answer.reasons())
                .extracting(RefusalReason::code)
                .containsExactly(
                        "CERTIFICATE_LEVEL_MISMATCH", "CERTIFICATE_YEAR_MISMATCH", "CERTIFICATE_NOT_YET_ISSUED");
    }

    @Test
    void aCertificateIssuedTodayIsAccepted() {
        city().when(deposit("o1", "wang", WANG, SENIOR_2017, "6-31-01-03", SkillLevel.SENIOR, TODAY))
                .thenEvent(OutcomeRecognized.class, _ -> {});
    }

    @Test
    void theSameCertificateByAnotherPersonIsRefusedWithoutNamingTheFirst() {
        city().givenCommands(deposit("o1", "wang", WANG, SENIOR_2017))
                .when(deposit("o2", "li", LI, SENIOR_2017))
                .thenEvent(
                        OutcomeRefused.class,
                        refused -> assertThat(refused.reasons())
                                .containsExactly(new RefusalReason(
                                        "CERTIFICATE_ALREADY_USED", "certificateNumber", null, null)));
    }

    @Test
    void theSameCertificateAgainIsADuplicateCitingTheFirst() {
        city().givenCommands(deposit("o1", "wang", WANG, SENIOR_2017))
                .when(deposit("o2", "wang", OFFICER, " 17370210 01312345"))
                .thenEvent(
                        OutcomeRefused.class,
                        refused -> assertThat(refused.reasons())
                                .containsExactly(RefusalReason.citing(
                                        "o1", "DUPLICATE", "certificateNumber", TODAY.toString())));
    }

    @Test
    void aRevokedCertificateCannotComeBack() {
        city().givenCommands(deposit("o1", "wang", WANG, SENIOR_2017))
                .givenCommands(World.revoke("o1", RevocationReason.FALSE_CERTIFICATE))
                .when(deposit("o2", "wang", WANG, SENIOR_2017))
                .thenEvent(
                        OutcomeRefused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(RefusalReason::code)
                                .containsExactly("CERTIFICATE_REVOKED"));
    }

    @Test
    void anUnreadableNumberIsRefusedBeforeAnythingIsDeposited() {
        city().when(deposit("o1", "wang", WANG, "17370210013123")).thenRefused(refusal -> {
            assertThat(refusal.code()).isEqualTo("CERTIFICATE_NUMBER_LENGTH");
            assertThat(refusal.field()).isEqualTo("certificateNumber");
            assertThat(refusal.value()).isEqualTo("14");
        });
    }

    @Test
    void aFullAccountIsRefusedInWords() {
        var fixture = city();
        for (int i = 0; i < LearningAccount.CERTIFICATES_MAX; i++) {
            fixture.given(
                    LearningAccount.STREAM.id("wang"),
                    new SkillLevelHeld("wang", "earlier-" + i, "6-31-01-03", SkillLevel.BEGINNER));
        }
        fixture.when(deposit("o1", "wang", WANG, SENIOR_2017))
                .thenEvent(
                        OutcomeRefused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(RefusalReason::code)
                                .containsExactly("ACCOUNT_FULL"));
    }

    @Test
    void anOfficerAboveTheUnitMayDeposit() {
        city().when(deposit("o1", "wang", CITY_OFFICER, SENIOR_2017)).thenEvent(OutcomeRecognized.class, _ -> {});
    }

    @Test
    void anOfficerOfAnotherDistrictMayNot() {
        city().when(deposit("o1", "wang", OTHER_OFFICER, SENIOR_2017)).thenRefused("NOT_APPOINTED");
    }

    @Test
    void aDismissedOfficerMayNotWhateverTheTokenSays() {
        city().givenReceived(
                        "enrollment",
                        "officer/sub-officer-shinan",
                        new OfficerDismissed("a-sub-officer-shinan", OFFICER.subject(), TODAY))
                .when(deposit("o1", "wang", OFFICER, SENIOR_2017))
                .thenRefused("NOT_APPOINTED");
    }

    @Test
    void anAppointmentWithoutTheRoleInTheTokenIsNotEnough() {
        city().when(deposit("o1", "wang", new Asker(OFFICER.subject(), false), SENIOR_2017))
                .thenRefused("NOT_YOUR_ACCOUNT");
    }

    @Test
    void anotherLearnerMayNot() {
        city().when(deposit("o1", "wang", LI, SENIOR_2017)).thenRefused("NOT_YOUR_ACCOUNT");
    }

    @Test
    void aSignInWithoutLearnerIsToldSo() {
        city().when(deposit("o1", null, STRANGER, SENIOR_2017)).thenRefused("SIGN_IN_NOT_LINKED");
    }

    @Test
    void anUnknownLearnerIsNotFound() {
        city().when(deposit("o1", "nobody", OFFICER, SENIOR_2017)).thenRefused("LEARNER_UNKNOWN");
    }

    private static OutcomeDeposited deposited(String outcomeId, String learnerId, Asker by) {
        return new OutcomeDeposited(
                outcomeId,
                learnerId,
                OutcomeKind.SKILL_CERTIFICATE,
                token(SENIOR_2017),
                CertificateForm.DIGITS_16,
                World.ISSUER,
                "6-31-01-03",
                "2015",
                "电工",
                SkillLevel.SENIOR,
                null,
                null,
                LocalDate.of(2017, 5, 20),
                AcquisitionRoute.TRAINING,
                TODAY,
                by.subject());
    }
}
