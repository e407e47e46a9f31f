package org.gongxue.creditbank.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.World.ADMIN;
import static org.gongxue.creditbank.World.LI;
import static org.gongxue.creditbank.World.OFFICER;
import static org.gongxue.creditbank.World.SECOND_ADMIN;
import static org.gongxue.creditbank.World.SENIOR_2017;
import static org.gongxue.creditbank.World.TODAY;
import static org.gongxue.creditbank.World.WANG;
import static org.gongxue.creditbank.World.cityWithRule;
import static org.gongxue.creditbank.World.convert;
import static org.gongxue.creditbank.World.deposit;
import static org.gongxue.creditbank.World.register;
import static org.gongxue.creditbank.World.revoke;
import static org.gongxue.creditbank.World.token;

import java.time.LocalDate;
import java.util.List;
import org.gongxue.creditbank.CreditBankCommand;
import org.gongxue.creditbank.account.LearningAccount;
import org.gongxue.creditbank.conversion.ConvertOutcome;
import org.gongxue.creditbank.recognition.Claim;
import org.gongxue.creditbank.revocation.ProposeRevocation;
import org.gongxue.creditbank.revocation.RevocationReason;
import org.gongxue.creditbank.revocation.RevokeOutcome;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.CertificateClaimed;
import org.gongxue.events.creditbank.CertificateForm;
import org.gongxue.events.creditbank.ContestPlacing;
import org.gongxue.events.creditbank.ContestPlacing.ContestLevel;
import org.gongxue.events.creditbank.ContestPlacing.ContestRound;
import org.gongxue.events.creditbank.IssuerScope;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.OutcomeRefused;
import org.gongxue.events.creditbank.OutcomeRevoked;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevel;
import org.junit.jupiter.api.Test;

/** Qualifications and contest results: recognised like certificates, but no skill level held and nothing to convert. */
class OtherKindsTest {

    private static final String OFFICE = "BJ-SHGZ";
    private static final String NUMBER = "2016-BJ-00123";
    private static final String OCCUPATION = "2-07-09-01";
    private static final LocalDate ISSUED = LocalDate.of(2016, 11, 1);
    private static final ContestPlacing FOURTH =
            new ContestPlacing(ContestLevel.CITY, ContestRound.SEMI_FINAL, 4, false);

    @Test
    void aQualificationIsRecognizedAndHoldsNoSkillLevel() {
        var fixture = city().when(qualification("o1", "wang"))
                .then(
                        new OutcomeDeposited(
                                "o1",
                                "wang",
                                OutcomeKind.PROFESSIONAL_QUALIFICATION,
                                token(NUMBER),
                                CertificateForm.OTHER,
                                OFFICE,
                                OCCUPATION,
                                "2015",
                                "电工",
                                null,
                                "SOCIAL_WORKER",
                                null,
                                ISSUED,
                                AcquisitionRoute.TRAINING,
                                TODAY,
                                OFFICER.subject()),
                        new CertificateClaimed(token(NUMBER), "o1", "wang", TODAY),
                        new OutcomeRecognized("o1", "wang", null, null, null))
                .and();
        assertThat(fixture.state(LearningAccount.STREAM, "wang").certificates()).isZero();
    }

    @Test
    void aContestResultKeepsItsPlacingAndTellsTheLevelHeldSoFar() {
        city().givenCommands(deposit("o0", "wang", WANG, SENIOR_2017))
                .when(contest("o1", "wang"))
                .thenEvent(OutcomeDeposited.class, deposited -> {
                    assertThat(deposited.kind()).isEqualTo(OutcomeKind.CONTEST_RESULT);
                    assertThat(deposited.contest()).isEqualTo(FOURTH);
                    assertThat(deposited.level()).isNull();
                })
                .thenEvent(OutcomeRecognized.class, recognized -> {
                    assertThat(recognized.level()).isNull();
                    assertThat(recognized.heldBefore()).isEqualTo(SkillLevel.SENIOR);
                });
    }

    @Test
    void theSameDocumentOfAnotherPersonIsRefused() {
        city().givenCommands(contest("o1", "wang"))
                .when(contest("o2", "li"))
                .thenEvent(
                        OutcomeRefused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(RefusalReason::code)
                                .containsExactly("CERTIFICATE_ALREADY_USED"));
    }

    @Test
    void anIssuerOfOneKindIssuesNoOther() {
        var socialWorkersOnly =
                cityWithRule().givenCommands(register(OFFICE, scope(OutcomeKind.PROFESSIONAL_QUALIFICATION)));
        socialWorkersOnly
                .when(contest("o1", "wang"))
                .thenEvent(
                        OutcomeRefused.class,
                        refused -> assertThat(refused.reasons())
                                .containsExactly(new RefusalReason(
                                        "ISSUER_OUT_OF_SCOPE",
                                        "kind",
                                        "CONTEST_RESULT",
                                        "PROFESSIONAL_QUALIFICATION")));
    }

    @Test
    void anUnknownIssuerIsNamedByItsOwnField() {
        cityWithRule()
                .when(contest("o1", "wang"))
                .thenEvent(
                        OutcomeRefused.class,
                        refused -> assertThat(refused.reasons())
                                .containsExactly(
                                        new RefusalReason("CERTIFICATE_ISSUER_UNKNOWN", "issuerCode", OFFICE, null)));
    }

    @Test
    void aNumberThatIsTooShortIsRefusedBeforeAnythingIsDeposited() {
        var claim = Claim.numberedFreely("123", new Claim.ContestResult(OFFICE, FOURTH));
        city().when(deposit("o1", "wang", WANG, "123", claim, OCCUPATION, ISSUED))
                .thenRefused("DOCUMENT_NUMBER_LENGTH");
    }

    @Test
    void onlySkillCertificatesConvert() {
        assertThat(city().givenCommands(contest("o1", "wang"))
                        .when(convert("c1", "o1", WANG))
                        .answer(ConvertOutcome.Answer.class)
                        .reasons())
                .containsExactly(
                        new RefusalReason("KIND_NOT_CONVERTED", "outcomeId", "CONTEST_RESULT", "SKILL_CERTIFICATE"));
    }

    @Test
    void aRevokedContestResultTakesNoLevelAway() {
        city().givenCommands(
                        deposit("o0", "wang", WANG, SENIOR_2017),
                        contest("o1", "wang"),
                        new ProposeRevocation("o1", RevocationReason.FALSE_CERTIFICATE, ADMIN))
                .when(new RevokeOutcome("o1", RevocationReason.FALSE_CERTIFICATE, SECOND_ADMIN))
                .then(new OutcomeRevoked("o1", "wang", "FALSE_CERTIFICATE", TODAY));
    }

    @Test
    void aQualificationEnteredForTheWrongLearnerGoesToTheRightOne() {
        city().givenCommands(qualification("o1", "wang"))
                .givenCommands(revoke("o1", RevocationReason.WRONG_LEARNER))
                .when(deposit(
                        "o2",
                        "li",
                        LI,
                        NUMBER,
                        new Claim.Qualification(OFFICE, "SOCIAL_WORKER", null),
                        OCCUPATION,
                        ISSUED))
                .thenEvent(OutcomeRecognized.class, _ -> {});
    }

    private static DepositOutcome qualification(String outcomeId, String learnerId) {
        var claim = new Claim.Qualification(OFFICE, "SOCIAL_WORKER", null);
        return deposit(outcomeId, learnerId, OFFICER, NUMBER, claim, OCCUPATION, ISSUED);
    }

    private static DepositOutcome contest(String outcomeId, String learnerId) {
        return deposit(
                outcomeId, learnerId, OFFICER, NUMBER, new Claim.ContestResult(OFFICE, FOURTH), OCCUPATION, ISSUED);
    }

    private static DomainFixture<CreditBankCommand> city() {
        return cityWithRule()
                .givenCommands(register(
                        OFFICE, scope(OutcomeKind.PROFESSIONAL_QUALIFICATION), scope(OutcomeKind.CONTEST_RESULT)));
    }

    private static IssuerScope scope(OutcomeKind kind) {
        return new IssuerScope(kind, List.of(OCCUPATION), SkillLevel.APPRENTICE, SkillLevel.CHIEF_TECHNICIAN);
    }
}
