package org.gongxue.creditbank.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.World.ADMIN;
import static org.gongxue.creditbank.World.DISTRICT_ADMIN;
import static org.gongxue.creditbank.World.EVERYTHING;
import static org.gongxue.creditbank.World.OFFICER;
import static org.gongxue.creditbank.World.SECOND_ADMIN;
import static org.gongxue.creditbank.World.city;
import static org.gongxue.creditbank.World.registered;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.gongxue.creditbank.CreditBankCommand;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.creditbank.IssuerConfirmed;
import org.gongxue.events.creditbank.IssuerProposed;
import org.gongxue.events.creditbank.IssuerRegistered;
import org.gongxue.events.creditbank.IssuerRejected;
import org.gongxue.events.creditbank.IssuerScope;
import org.gongxue.events.creditbank.IssuerWithdrawn;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.SkillLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerRegisterTest {

    private static final String CODE = "S000137";
    private static final String NAME = "青岛市职业技能鉴定中心（样例）";
    private static final LocalDate FROM = LocalDate.of(2012, 1, 1);
    private static final IssuerScope WELDERS = new IssuerScope(
            OutcomeKind.SKILL_CERTIFICATE, List.of("6-18-02-04"), SkillLevel.BEGINNER, SkillLevel.SENIOR);

    @Test
    void oneAdministratorProposesAndAnotherEntersAnIssuer() {
        var proposal = entry(FROM, null, WELDERS);
        var digest = digest(proposal);
        var fixture = city().when(proposal)
                .then(new IssuerProposed(CODE, 1, NAME, List.of(WELDERS), FROM, null, digest, ADMIN.subject()))
                .and();
        assertThat(fixture.state(Issuer.STREAM, CODE).known()).isFalse();
        fixture.when(new ConfirmIssuer(CODE, 1, digest, SECOND_ADMIN))
                .then(
                        new IssuerConfirmed(CODE, 1, digest, SECOND_ADMIN.subject()),
                        new IssuerRegistered(
                                CODE, NAME, List.of(WELDERS), FROM, null, ADMIN.subject(), SECOND_ADMIN.subject()));
    }

    @Test
    void whoeverProposedDoesNotConfirm() {
        var proposal = entry(FROM, null, WELDERS);
        city().givenCommands(proposal)
                .when(new ConfirmIssuer(CODE, 1, digest(proposal), ADMIN))
                .thenRefused("MAKER_IS_CHECKER");
    }

    @Test
    void whatWasCheckedIsWhatIsConfirmed() {
        var other = digest(entry(FROM, null, EVERYTHING));
        city().givenCommands(entry(FROM, null, WELDERS))
                .when(new ConfirmIssuer(CODE, 1, other, SECOND_ADMIN))
                .thenRefused("ISSUER_PROPOSAL_CHANGED");
        assertThat(List.of(
                        digest(entry(FROM, null, WELDERS)),
                        digest(entry(FROM, FROM, WELDERS)),
                        digest(entry(FROM.plusDays(1), null, WELDERS)),
                        other))
                .doesNotHaveDuplicates();
    }

    @Test
    void aProposalIsTakenBackOrTurnedDownAndMayBeMadeAnew() {
        for (var asker : List.of(ADMIN, SECOND_ADMIN)) {
            var fixture = city().givenCommands(entry(FROM, null, WELDERS))
                    .when(new RejectIssuer(CODE, 1, asker))
                    .then(new IssuerRejected(CODE, 1, asker.subject()))
                    .and();
            fixture.when(new ConfirmIssuer(CODE, 1, digest(entry(FROM, null, WELDERS)), SECOND_ADMIN))
                    .thenRefused("ISSUER_PROPOSAL_SETTLED");
            fixture.givenCommands(registered(2, entry(FROM, null, EVERYTHING)));
            assertThat(fixture.state(Issuer.STREAM, CODE).known()).isTrue();
        }
    }

    @Test
    void oneEntryIsProposedAtATime() {
        city().givenCommands(entry(FROM, null, WELDERS))
                .when(entry(FROM, null, EVERYTHING))
                .thenRefused("ISSUER_PROPOSAL_OPEN");
    }

    @Test
    void aProposalThatNobodyMadeCannotBeSettled() {
        city().when(new ConfirmIssuer(CODE, 1, "", SECOND_ADMIN)).thenRefused("ISSUER_PROPOSAL_UNKNOWN");
        city().when(new RejectIssuer(CODE, 0, SECOND_ADMIN)).thenRefused("ISSUER_PROPOSAL_UNKNOWN");
    }

    @Test
    void aWithdrawalWhileAnEntryIsProposedIsLookedAtWhenItIsConfirmed() {
        var renewal = entry(LocalDate.of(2015, 1, 1), null, WELDERS);
        var issuer = city().givenCommands(registered(1, entry(FROM, null, WELDERS)))
                .givenCommands(renewal, withdrawal(LocalDate.of(2013, 6, 30)))
                .givenCommands(new ConfirmIssuer(CODE, 2, digest(renewal), SECOND_ADMIN))
                .state(Issuer.STREAM, CODE);
        assertThat(issuer.on(LocalDate.of(2014, 6, 30))).isEmpty();
        assertThat(issuer.on(LocalDate.of(2015, 1, 1))).isPresent();
    }

    @Test
    void onlyAnAdministratorOfTheWholeBankMay() {
        for (var asker : List.of(OFFICER, DISTRICT_ADMIN)) {
            city().when(by(asker)).thenRefused("NOT_APPOINTED");
            var proposed = city().givenCommands(entry(FROM, null, WELDERS));
            proposed.when(new ConfirmIssuer(CODE, 1, digest(entry(FROM, null, WELDERS)), asker))
                    .thenRefused("NOT_APPOINTED");
            proposed.when(new RejectIssuer(CODE, 1, asker)).thenRefused("NOT_APPOINTED");
            city().when(new WithdrawIssuer(CODE, FROM, WithdrawalReason.CLOSED, asker))
                    .thenRefused("NOT_APPOINTED");
        }
    }

    @Test
    void aLaterEntryDecidesFromItsFirstDayOnAndLeavesEarlierDaysAlone() {
        assertThat(twoTerms().state(Issuer.STREAM, CODE).terms())
                .containsExactly(
                        new Issuer.Term(List.of(WELDERS), FROM, LocalDate.of(2014, 12, 31)),
                        new Issuer.Term(List.of(EVERYTHING), LocalDate.of(2015, 1, 1), null));
    }

    @Test
    void anEntryFromTheSameOrAnEarlierDayCorrectsTheOneBefore() {
        var issuer = city().givenCommands(registered(1, entry(FROM, null, WELDERS)))
                .givenCommands(registered(2, entry(FROM.minusYears(1), LocalDate.of(2013, 12, 31), EVERYTHING)))
                .state(Issuer.STREAM, CODE);
        assertThat(issuer.terms())
                .containsExactly(new Issuer.Term(List.of(EVERYTHING), FROM.minusYears(1), LocalDate.of(2013, 12, 31)));
    }

    @Test
    void anEntryThatSaysNothingNewIsRefused() {
        city().givenCommands(registered(1, entry(FROM, null, WELDERS)))
                .when(entry(FROM, null, WELDERS))
                .thenRefused("ISSUER_REGISTERED_ALREADY");
    }

    @Test
    void aWithdrawalEndsEverythingAfterItsDay() {
        var fixture = twoTerms()
                .when(withdrawal(LocalDate.of(2013, 6, 30)))
                .then(new IssuerWithdrawn(CODE, LocalDate.of(2013, 6, 30), "IRREGULARITIES", SECOND_ADMIN.subject()))
                .and();
        var issuer = fixture.state(Issuer.STREAM, CODE);
        assertThat(issuer.terms()).containsExactly(new Issuer.Term(List.of(WELDERS), FROM, LocalDate.of(2013, 6, 30)));
        assertThat(issuer.withdrawal()).isEqualTo(new Issuer.Withdrawal(LocalDate.of(2013, 6, 30), "IRREGULARITIES"));
        fixture.when(withdrawal(LocalDate.of(2013, 6, 30))).thenRefused("ISSUER_ENDED_BEFORE");
    }

    @Test
    void aWithdrawalFromBeforeTheFirstDayLeavesNothing() {
        var issuer = city().givenCommands(registered(1, entry(FROM, null, WELDERS)))
                .givenCommands(withdrawal(FROM.minusDays(1)))
                .state(Issuer.STREAM, CODE);
        assertThat(issuer.known()).isTrue();
        assertThat(issuer.terms()).isEmpty();
    }

    @Test
    void whoWasWithdrawnMayBeEnteredAgain() {
        var issuer = city().givenCommands(registered(1, entry(FROM, null, WELDERS)))
                .givenCommands(withdrawal(LocalDate.of(2013, 6, 30)))
                .givenCommands(registered(2, entry(LocalDate.of(2016, 1, 1), null, EVERYTHING)))
                .state(Issuer.STREAM, CODE);
        assertThat(issuer.withdrawal()).isNull();
        assertThat(issuer.on(LocalDate.of(2013, 6, 30))).isPresent();
        assertThat(issuer.on(LocalDate.of(2014, 6, 30))).isEmpty();
        assertThat(issuer.on(LocalDate.of(2016, 1, 1))).isPresent();
    }

    @Test
    void anUnknownIssuerCannotBeWithdrawn() {
        city().when(withdrawal(FROM)).thenRefused("ISSUER_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"2012-01-01, 2011-12-31", "2012-01-01, 2000-01-01"})
    void datesAreNotReversed(LocalDate from, LocalDate until) {
        city().when(entry(from, until, WELDERS)).thenRefused("ISSUER_ENDS_BEFORE_IT_STARTS");
    }

    @Test
    void levelsAreNotReversed() {
        var reversed = new IssuerScope(
                OutcomeKind.SKILL_CERTIFICATE, List.of("6-18-02-04"), SkillLevel.SENIOR, SkillLevel.BEGINNER);
        city().when(entry(FROM, null, reversed)).thenRefused("ISSUER_LEVELS_REVERSED");
    }

    @Test
    void allOccupationsAndSingleOnesTogetherAreAmbiguous() {
        var both = new IssuerScope(
                OutcomeKind.SKILL_CERTIFICATE,
                List.of("6-18-02-04", IssuerScope.ALL),
                SkillLevel.BEGINNER,
                SkillLevel.SENIOR);
        city().when(entry(FROM, null, both)).thenRefused("ISSUER_SCOPE_ALL_AND_SOME");
    }

    @Test
    void theFullestIssuerFitsItsHeadAndOneMoreIsRefused() {
        var fixture = city();
        var each = Issuer.OCCUPATIONS_MAX / Issuer.TERMS_MAX;
        for (int term = 0; term < Issuer.TERMS_MAX; term++) {
            fixture.givenCommands(registered(
                    term + 1, entry(FROM.plusYears(term), FROM.plusYears(term).plusDays(9), longest(each))));
        }
        assertThat(fixture.state(Issuer.STREAM, CODE).occupations()).isEqualTo(Issuer.OCCUPATIONS_MAX);
        fixture.when(entry(FROM.plusYears(Issuer.TERMS_MAX), null, WELDERS)).thenRefused("ISSUER_REGISTER_FULL");
        fixture.when(entry(FROM.plusYears(Issuer.TERMS_MAX - 1), null, longest(each + Issuer.SCOPES_MAX)))
                .thenRefused("ISSUER_REGISTER_FULL");
    }

    /** As many scopes as a term may have, sharing this many occupations, each spelled as long as may be. */
    private static IssuerScope[] longest(int occupations) {
        var codes = IntStream.range(0, occupations / Issuer.SCOPES_MAX)
                .mapToObj("6-18-02-%02d"::formatted)
                .toList();
        var scope = new IssuerScope(
                OutcomeKind.PROFESSIONAL_QUALIFICATION,
                codes,
                SkillLevel.SPECIAL_TECHNICIAN,
                SkillLevel.SPECIAL_TECHNICIAN);
        return Collections.nCopies(Issuer.SCOPES_MAX, scope).toArray(IssuerScope[]::new);
    }

    private static DomainFixture<CreditBankCommand> twoTerms() {
        return city().givenCommands(registered(1, entry(FROM, LocalDate.of(2016, 12, 31), WELDERS)))
                .givenCommands(registered(2, entry(LocalDate.of(2015, 1, 1), null, EVERYTHING)));
    }

    private static ProposeIssuer by(Asker asker) {
        return new ProposeIssuer(CODE, "样例", List.of(WELDERS), FROM, null, asker);
    }

    private static ProposeIssuer entry(LocalDate from, LocalDate until, IssuerScope... scopes) {
        return new ProposeIssuer(CODE, NAME, List.of(scopes), from, until, ADMIN);
    }

    private static String digest(ProposeIssuer proposal) {
        return IssuerProposal.digest(
                proposal.issuerCode(), proposal.name(), proposal.scopes(), proposal.from(), proposal.until());
    }

    private static WithdrawIssuer withdrawal(LocalDate after) {
        return new WithdrawIssuer(CODE, after, WithdrawalReason.IRREGULARITIES, SECOND_ADMIN);
    }
}
