package org.gongxue.creditbank.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.World.ADMIN;
import static org.gongxue.creditbank.World.DISTRICT_ADMIN;
import static org.gongxue.creditbank.World.EVERYTHING;
import static org.gongxue.creditbank.World.OFFICER;
import static org.gongxue.creditbank.World.SECOND_ADMIN;
import static org.gongxue.creditbank.World.city;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.events.creditbank.IssuerRegistered;
import org.gongxue.events.creditbank.IssuerScope;
import org.gongxue.events.creditbank.IssuerWithdrawn;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.SkillLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerRegisterTest {

    private static final String CODE = "S000137";
    private static final LocalDate FROM = LocalDate.of(2012, 1, 1);
    private static final IssuerScope WELDERS = new IssuerScope(
            OutcomeKind.SKILL_CERTIFICATE, List.of("6-18-02-04"), SkillLevel.BEGINNER, SkillLevel.SENIOR);

    @Test
    void anAdministratorEntersAnIssuer() {
        city().when(entry(FROM, null, WELDERS))
                .then(new IssuerRegistered(CODE, "青岛市职业技能鉴定中心（样例）", List.of(WELDERS), FROM, null, ADMIN.subject()));
    }

    @Test
    void onlyAnAdministratorOfTheWholeBankMay() {
        city().when(by(OFFICER)).thenRefused("NOT_APPOINTED");
        city().when(by(DISTRICT_ADMIN)).thenRefused("NOT_APPOINTED");
        city().when(new WithdrawIssuer(CODE, FROM, WithdrawalReason.CLOSED, DISTRICT_ADMIN))
                .thenRefused("NOT_APPOINTED");
    }

    @Test
    void aLaterEntryDecidesFromItsFirstDayOnAndLeavesEarlierDaysAlone() {
        var issuer = city().givenCommands(
                        entry(FROM, LocalDate.of(2016, 12, 31), WELDERS),
                        entry(LocalDate.of(2015, 1, 1), null, EVERYTHING))
                .state(Issuer.STREAM, CODE);
        assertThat(issuer.terms())
                .containsExactly(
                        new Issuer.Term(List.of(WELDERS), FROM, LocalDate.of(2014, 12, 31)),
                        new Issuer.Term(List.of(EVERYTHING), LocalDate.of(2015, 1, 1), null));
    }

    @Test
    void anEntryFromTheSameOrAnEarlierDayCorrectsTheOneBefore() {
        var issuer = city().givenCommands(
                        entry(FROM, null, WELDERS), entry(FROM.minusYears(1), LocalDate.of(2013, 12, 31), EVERYTHING))
                .state(Issuer.STREAM, CODE);
        assertThat(issuer.terms())
                .containsExactly(new Issuer.Term(List.of(EVERYTHING), FROM.minusYears(1), LocalDate.of(2013, 12, 31)));
    }

    @Test
    void anEntryThatSaysNothingNewIsRefused() {
        city().givenCommands(entry(FROM, null, WELDERS))
                .when(entry(FROM, null, WELDERS))
                .thenRefused("ISSUER_REGISTERED_ALREADY");
    }

    @Test
    void aWithdrawalEndsEverythingAfterItsDay() {
        var fixture = city().givenCommands(
                        entry(FROM, LocalDate.of(2014, 12, 31), WELDERS),
                        entry(LocalDate.of(2015, 1, 1), null, EVERYTHING))
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
        var issuer = city().givenCommands(entry(FROM, null, WELDERS), withdrawal(FROM.minusDays(1)))
                .state(Issuer.STREAM, CODE);
        assertThat(issuer.known()).isTrue();
        assertThat(issuer.terms()).isEmpty();
    }

    @Test
    void whoWasWithdrawnMayBeEnteredAgain() {
        var issuer = city().givenCommands(
                        entry(FROM, null, WELDERS),
                        withdrawal(LocalDate.of(2013, 6, 30)),
                        entry(LocalDate.of(2016, 1, 1), null, EVERYTHING))
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
            fixture.givenCommands(
                    entry(FROM.plusYears(term), FROM.plusYears(term).plusDays(9), longest(each)));
        }
        assertThat(fixture.state(Issuer.STREAM, CODE).occupations()).isEqualTo(Issuer.OCCUPATIONS_MAX);
        fixture.when(entry(FROM.plusYears(Issuer.TERMS_MAX), null, WELDERS)).thenRefused("ISSUER_REGISTER_FULL");
        fixture.when(entry(FROM.plusYears(Issuer.TERMS_MAX - 1), null, longest(each + Issuer.SCOPES_MAX)))
                .thenRefused("ISSUER_REGISTER_FULL");
    }

    /** As many scopes as a term may have, sharing this many occupations, each spelled as long as may be. */
    private static IssuerScope[] longest(int occupations) {
        var codes = IntStream.range(0, occupations / Issuer.SCOPES_MAX)
                .mapToObj("6-18-02-04-ABCDEF-%02d"::formatted)
                .toList();
        var scope = new IssuerScope(
                OutcomeKind.PROFESSIONAL_QUALIFICATION,
                codes,
                SkillLevel.SPECIAL_TECHNICIAN,
                SkillLevel.SPECIAL_TECHNICIAN);
        return Collections.nCopies(Issuer.SCOPES_MAX, scope).toArray(IssuerScope[]::new);
    }

    private static RegisterIssuer by(Asker asker) {
        return new RegisterIssuer(CODE, "样例", List.of(WELDERS), FROM, null, asker);
    }

    private static RegisterIssuer entry(LocalDate from, LocalDate until, IssuerScope... scopes) {
        return new RegisterIssuer(CODE, "青岛市职业技能鉴定中心（样例）", List.of(scopes), from, until, ADMIN);
    }

    private static WithdrawIssuer withdrawal(LocalDate after) {
        return new WithdrawIssuer(CODE, after, WithdrawalReason.IRREGULARITIES, SECOND_ADMIN);
    }
}
