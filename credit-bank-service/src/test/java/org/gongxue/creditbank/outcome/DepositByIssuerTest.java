package org.gongxue.creditbank.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.World.ADMIN;
import static org.gongxue.creditbank.World.ISSUER;
import static org.gongxue.creditbank.World.SENIOR_2017;
import static org.gongxue.creditbank.World.WANG;
import static org.gongxue.creditbank.World.city;
import static org.gongxue.creditbank.World.deposit;

import java.time.LocalDate;
import java.util.List;
import org.gongxue.creditbank.CreditBankCommand;
import org.gongxue.creditbank.World;
import org.gongxue.creditbank.account.LearningAccount;
import org.gongxue.creditbank.certificate.CertificateNumber;
import org.gongxue.creditbank.issuer.ProposeIssuer;
import org.gongxue.creditbank.issuer.WithdrawIssuer;
import org.gongxue.creditbank.issuer.WithdrawalReason;
import org.gongxue.creditbank.recognition.Claim;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.creditbank.IssuerScope;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevel;
import org.junit.jupiter.api.Test;

/** A certificate is judged by what the register said of its issuer on the certificate's own date. */
class DepositByIssuerTest {

    private static final LocalDate ISSUED = LocalDate.of(2017, 5, 20);
    private static final IssuerScope ELECTRICIANS = skill("6-31-01-03", SkillLevel.BEGINNER, SkillLevel.SENIOR);

    @Test
    void aCertificateWithinItsIssuersScopeAndDatesIsRecognized() {
        scoped(ELECTRICIANS).when(senior()).thenEvent(OutcomeRecognized.class, _ -> {});
    }

    @Test
    void anIssuerThatIsNotInTheRegisterIsNamedByItsPlaceInTheNumber() {
        assertThat(reasons(city(), deposit("o1", "wang", WANG, "1737029999312345")))
                .containsExactly(
                        RefusalReason.at("3-10", "CERTIFICATE_ISSUER_UNKNOWN", "certificateNumber", "37029999", null));
    }

    @Test
    void theLastDayCountsAndTheNextDoesNot() {
        assertThat(reasons(until(ISSUED), senior())).isEmpty();
        assertThat(reasons(until(ISSUED.minusDays(1)), senior()))
                .containsExactly(new RefusalReason(
                        "ISSUER_NOT_VALID_THEN", "issuedOn", "2017-05-20", "2011-01-01 – 2017-05-19"));
    }

    @Test
    void whatWasIssuedBeforeAWithdrawalIsRecognizedHoweverLateItIsHandedIn() {
        assertThat(reasons(withdrawnAfter(ISSUED), senior())).isEmpty();
        assertThat(reasons(withdrawnAfter(ISSUED.minusDays(1)), senior()))
                .extracting(RefusalReason::code)
                .containsExactly("ISSUER_NOT_VALID_THEN");
    }

    @Test
    void whatWasRecognizedStaysRecognizedWhenTheIssuerIsWithdrawn() {
        var fixture = scoped(ELECTRICIANS)
                .givenCommands(
                        senior(),
                        new WithdrawIssuer(ISSUER, LocalDate.of(2012, 1, 1), WithdrawalReason.IRREGULARITIES, ADMIN));
        assertThat(fixture.state(Outcome.STREAM, "o1").state()).isEqualTo(OutcomeState.RECOGNIZED);
        assertThat(fixture.state(LearningAccount.STREAM, "wang").highestHeld()).contains(SkillLevel.SENIOR);
    }

    @Test
    void anIssuerWithdrawnFromItsFirstDayCouldNeverIssue() {
        assertThat(reasons(withdrawnAfter(LocalDate.of(2009, 12, 31)), senior()))
                .containsExactly(new RefusalReason("ISSUER_NOT_VALID_THEN", "issuedOn", "2017-05-20", "– 2009-12-31"));
    }

    @Test
    void anotherOccupationIsBeyondTheScope() {
        assertThat(reasons(scoped(skill("4-07-05-01", SkillLevel.BEGINNER, SkillLevel.SENIOR)), senior()))
                .containsExactly(
                        new RefusalReason("ISSUER_OUT_OF_SCOPE", "occupationCode", "6-31-01-03", "4-07-05-01"));
    }

    @Test
    void aLevelAboveOrBelowTheScopeIsBeyondIt() {
        assertThat(reasons(scoped(skill("*", SkillLevel.BEGINNER, SkillLevel.INTERMEDIATE)), senior()))
                .containsExactly(new RefusalReason("ISSUER_OUT_OF_SCOPE", "level", "SENIOR", "BEGINNER–INTERMEDIATE"));
        assertThat(reasons(scoped(skill("*", SkillLevel.TECHNICIAN, SkillLevel.TECHNICIAN)), senior()))
                .extracting(RefusalReason::field)
                .containsExactly("level");
    }

    @Test
    void aBodyOfAnotherKindIssuesNoSkillCertificates() {
        var contests =
                new IssuerScope(OutcomeKind.CONTEST_RESULT, List.of("*"), SkillLevel.BEGINNER, SkillLevel.SENIOR);
        assertThat(reasons(scoped(contests), senior()))
                .containsExactly(
                        new RefusalReason("ISSUER_OUT_OF_SCOPE", "kind", "SKILL_CERTIFICATE", "CONTEST_RESULT"));
    }

    @Test
    void severalScopesAddUp() {
        assertThat(reasons(
                        scoped(skill("4-07-05-01", SkillLevel.TECHNICIAN, SkillLevel.TECHNICIAN), ELECTRICIANS),
                        senior()))
                .isEmpty();
    }

    @Test
    void anIssuerNamedOtherwiseThanInTheNumberIsAContradiction() {
        var claim = Claim.skillCertificate(CertificateNumber.normalized(SENIOR_2017), SkillLevel.SENIOR, "S000137");
        assertThat(reasons(city(), deposit("o1", "wang", WANG, SENIOR_2017, claim, "6-31-01-03", ISSUED)))
                .containsExactly(RefusalReason.at(
                        "3-10", "CERTIFICATE_ISSUER_MISMATCH", "certificateNumber", "S000137", ISSUER));
    }

    @Test
    void theIssuersObjectionsStandBesideTheNumbersOwn() {
        assertThat(reasons(
                        until(LocalDate.of(2015, 12, 31)),
                        deposit("o1", "wang", WANG, SENIOR_2017, "6-31-01-03", SkillLevel.BEGINNER, ISSUED)))
                .extracting(RefusalReason::code)
                .containsExactly("CERTIFICATE_LEVEL_MISMATCH", "ISSUER_NOT_VALID_THEN");
    }

    private static DepositOutcome senior() {
        return deposit("o1", "wang", WANG, SENIOR_2017);
    }

    private static List<RefusalReason> reasons(DomainFixture<CreditBankCommand> fixture, DepositOutcome deposit) {
        return fixture.when(deposit).answer(DepositOutcome.Deposited.class).reasons();
    }

    private static DomainFixture<CreditBankCommand> scoped(IssuerScope... scopes) {
        return entered(null, scopes);
    }

    private static DomainFixture<CreditBankCommand> until(LocalDate day) {
        return entered(day, ELECTRICIANS);
    }

    private static DomainFixture<CreditBankCommand> withdrawnAfter(LocalDate day) {
        return city().givenCommands(new WithdrawIssuer(ISSUER, day, WithdrawalReason.CLOSED, ADMIN));
    }

    /** The city's issuer, withdrawn from its first day and entered anew from 2011 on. */
    private static DomainFixture<CreditBankCommand> entered(LocalDate until, IssuerScope... scopes) {
        return withdrawnAfter(LocalDate.of(2009, 12, 31))
                .givenCommands(World.registered(
                        2, new ProposeIssuer(ISSUER, "样例", List.of(scopes), LocalDate.of(2011, 1, 1), until, ADMIN)));
    }

    private static IssuerScope skill(String occupationCode, SkillLevel lowest, SkillLevel highest) {
        return new IssuerScope(OutcomeKind.SKILL_CERTIFICATE, List.of(occupationCode), lowest, highest);
    }
}
