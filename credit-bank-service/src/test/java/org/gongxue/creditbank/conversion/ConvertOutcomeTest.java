package org.gongxue.creditbank.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.World.ADMIN;
import static org.gongxue.creditbank.World.LI;
import static org.gongxue.creditbank.World.OFFICER;
import static org.gongxue.creditbank.World.OTHER_OFFICER;
import static org.gongxue.creditbank.World.SECOND_ADMIN;
import static org.gongxue.creditbank.World.SENIOR_2017;
import static org.gongxue.creditbank.World.WANG;
import static org.gongxue.creditbank.World.city;
import static org.gongxue.creditbank.World.cityWithRule;
import static org.gongxue.creditbank.World.convert;
import static org.gongxue.creditbank.World.deposit;
import static org.gongxue.creditbank.World.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.gongxue.creditbank.CreditBankCommand;
import org.gongxue.creditbank.World;
import org.gongxue.creditbank.conversionrule.ProposeConversionRule;
import org.gongxue.creditbank.conversionrule.PublishConversionRule;
import org.gongxue.creditbank.outcome.DepositOutcome;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.creditbank.ConversionRefused;
import org.gongxue.events.creditbank.ConversionTerms;
import org.gongxue.events.creditbank.ConvertedCourse;
import org.gongxue.events.creditbank.CreditsConverted;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.enrollment.DayOpened;
import org.gongxue.events.enrollment.LearnerWithdrawn;
import org.junit.jupiter.api.Test;

class ConvertOutcomeTest {

    private static final String OTHER_SENIOR_2017 = "1737021001354321";

    @Test
    void aRecognizedCertificateCountsAsTheCoursesOfTheRule() {
        var answer = recognized()
                .when(convert("c1", "o1", WANG))
                .then(new CreditsConverted(
                        "c1",
                        "o1",
                        "wang",
                        "e-wang",
                        "fitter",
                        1,
                        terms(3, 3, 2).courses(),
                        8))
                .answer(ConvertOutcome.Answer.class);
        assertThat(answer.state()).isEqualTo(ConversionState.CONVERTED);
        assertThat(answer.credits()).isEqualTo(8);
    }

    @Test
    void anOfficerOfTheUnitAsksForTheLearner() {
        recognized().when(convert("c1", "o1", OFFICER)).thenEvent(CreditsConverted.class, _ -> {});
    }

    @Test
    void anOfficerOfAnotherDistrictMayNotAsk() {
        recognized().when(convert("c1", "o1", OTHER_OFFICER)).thenRefused("NOT_APPOINTED");
    }

    @Test
    void anotherLearnerMayNotAsk() {
        recognized().when(convert("c1", "o1", LI)).thenRefused("NOT_YOUR_ACCOUNT");
    }

    @Test
    void aRefusedOutcomeDoesNotCount() {
        cityWithRule()
                .givenCommands(deposit(
                        "o1",
                        "wang",
                        WANG,
                        SENIOR_2017,
                        "6-31-01-03",
                        SkillLevel.TECHNICIAN,
                        LocalDate.of(2017, 5, 20)))
                .when(convert("c1", "o1", WANG))
                .thenEvent(
                        ConversionRefused.class,
                        is(new RefusalReason("OUTCOME_NOT_RECOGNIZED", "outcomeId", "REFUSED", "RECOGNIZED")));
    }

    @Test
    void anOutcomeCountsOnceInAnEnrollment() {
        recognized()
                .givenCommands(convert("c1", "o1", WANG))
                .when(convert("c2", "o1", OFFICER))
                .thenEvent(
                        ConversionRefused.class,
                        is(RefusalReason.citing("c1", "ALREADY_CONVERTED", "outcomeId", null)));
    }

    @Test
    void aCertificateDoesNotCountInAnotherPersonsEnrollment() {
        cityWithRule()
                .givenCommands(deposit("o1", "li", LI, SENIOR_2017))
                .when(convert("c1", "o1", LI))
                .thenEvent(
                        ConversionRefused.class,
                        is(new RefusalReason("ENROLLMENT_NOT_OWN", "enrollmentId", "e-wang", null)));
    }

    @Test
    void nothingCountsAfterWithdrawal() {
        recognized()
                .givenReceived(
                        "enrollment",
                        "enrollment/e-wang",
                        new LearnerWithdrawn("e-wang", "wang", LocalDate.of(2017, 5, 1), "PERSONAL"))
                .when(convert("c1", "o1", WANG))
                .thenEvent(
                        ConversionRefused.class,
                        is(new RefusalReason("ENROLLMENT_WITHDRAWN", "enrollmentId", "2017-05-01", null)));
    }

    @Test
    void withoutARuleForTheOccupationNothingCounts() {
        cityWithRule()
                .givenCommands(deposit(
                        "o1", "wang", WANG, SENIOR_2017, "4-07-05-01", SkillLevel.SENIOR, LocalDate.of(2017, 5, 20)))
                .when(convert("c1", "o1", WANG))
                .thenEvent(
                        ConversionRefused.class,
                        is(new RefusalReason("NO_RULE", "occupationCode", "4-07-05-01", null)));
    }

    @Test
    void aLevelBelowTheRuleIsToldWhatIsNeeded() {
        cityWithRule()
                .givenCommands(deposit(
                        "o1",
                        "wang",
                        WANG,
                        "1737021001512345",
                        "6-31-01-03",
                        SkillLevel.BEGINNER,
                        LocalDate.of(2017, 5, 20)))
                .when(convert("c1", "o1", WANG))
                .thenEvent(
                        ConversionRefused.class,
                        is(new RefusalReason("LEVEL_BELOW_RULE", "level", "BEGINNER", "INTERMEDIATE")));
    }

    @Test
    void anUnpublishedRuleDoesNotExistYet() {
        city().givenReceived("enrollment", "enrollment/e-wang", World.enrolled("e-wang", "wang"))
                .givenCommands(
                        new ProposeConversionRule("fitter", terms(3), ADMIN), deposit("o1", "wang", WANG, SENIOR_2017))
                .when(convert("c1", "o1", WANG))
                .thenEvent(
                        ConversionRefused.class,
                        is(new RefusalReason("NO_RULE", "occupationCode", "6-31-01-03", null)));
    }

    @Test
    void theSameCourseCountsOnceWhateverTheCertificate() {
        recognized()
                .givenCommands(convert("c1", "o1", WANG), second())
                .when(convert("c2", "o2", WANG))
                .thenEvent(
                        ConversionRefused.class,
                        is(new RefusalReason("COURSES_ALREADY_CONVERTED", "courses", null, null)));
    }

    @Test
    void aSecondRuleAddsOnlyTheCoursesThatAreNew() {
        recognized()
                .givenCommands(convert("c1", "o1", WANG), second())
                .givenCommands(publication("welder", courses(course("ME-1", 3), course("WE-1", 2)), 10, null))
                .when(convert("c2", "o2", WANG))
                .thenEvent(CreditsConverted.class, converted -> {
                    assertThat(converted.courses()).containsExactly(course("WE-1", 2));
                    assertThat(converted.credits()).isEqualTo(2);
                });
    }

    @Test
    void theCapOfTheRuleHolds() {
        recognized()
                .givenCommands(convert("c1", "o1", WANG), second())
                .givenCommands(publication("welder", courses(course("WE-1", 3)), 10, null))
                .when(convert("c2", "o2", WANG))
                .thenEvent(ConversionRefused.class, is(new RefusalReason("CAP_EXCEEDED", "credits", "11", "10")));
    }

    @Test
    void theRuleThatBringsMostIsTaken() {
        recognized()
                .givenCommands(publication("another", courses(course("AN-1", 9)), 10, null))
                .when(convert("c1", "o1", WANG))
                .thenEvent(
                        CreditsConverted.class,
                        converted -> assertThat(converted.ruleId()).isEqualTo("another"));
    }

    @Test
    void ofEqualRulesTheFirstByNameIsTaken() {
        recognized()
                .givenCommands(publication("zz", courses(course("ZZ-1", 8)), 10, null))
                .when(convert("c1", "o1", WANG))
                .thenEvent(
                        CreditsConverted.class,
                        converted -> assertThat(converted.ruleId()).isEqualTo("fitter"));
    }

    @Test
    void aVersionPublishedAheadOfItsTimeLeavesThePresentOneAlone() {
        var nextYear = LocalDate.of(2018, 1, 1);
        var fixture = recognized().givenCommands(second());
        fixture.givenCommands(
                new ProposeConversionRule("fitter", from(terms(1), nextYear), ADMIN),
                new PublishConversionRule("fitter", 2, SECOND_ADMIN));
        fixture.when(convert("c1", "o1", WANG))
                .thenEvent(
                        CreditsConverted.class,
                        converted -> assertThat(converted.ruleVersion()).isEqualTo(1));
        fixture.givenReceived("enrollment", "enrollment/e2", World.enrolled("e2", "wang"))
                .givenReceived("enrollment", "calendar/main", new DayOpened(nextYear))
                .when(new ConvertOutcome("c2", "o2", "e2", WANG))
                .thenEvent(
                        CreditsConverted.class,
                        converted -> assertThat(converted.ruleVersion()).isEqualTo(2));
    }

    @Test
    void aVersionThatEndedDoesNotBringTheOlderOneBack() {
        var ended = new ConversionTerms(
                "mechanics",
                List.of("6-31-01-03"),
                SkillLevel.SENIOR,
                courses(course("ME-1", 3)),
                10,
                LocalDate.of(2016, 1, 1),
                LocalDate.of(2017, 5, 31));
        recognized()
                .givenCommands(
                        new ProposeConversionRule("fitter", ended, ADMIN),
                        new PublishConversionRule("fitter", 2, SECOND_ADMIN))
                .when(convert("c1", "o1", WANG))
                .thenEvent(
                        ConversionRefused.class,
                        is(new RefusalReason("NO_RULE", "occupationCode", "6-31-01-03", null)));
    }

    @Test
    void anUnknownOutcomeIsNotFound() {
        cityWithRule().when(convert("c1", "o9", WANG)).thenRefused("OUTCOME_UNKNOWN");
    }

    @Test
    void anUnknownEnrollmentIsNotFound() {
        recognized().when(new ConvertOutcome("c1", "o1", "e-none", WANG)).thenRefused("ENROLLMENT_UNKNOWN");
    }

    private static DomainFixture<CreditBankCommand> recognized() {
        return cityWithRule().givenCommands(deposit("o1", "wang", WANG, SENIOR_2017));
    }

    private static DepositOutcome second() {
        return deposit("o2", "wang", WANG, OTHER_SENIOR_2017);
    }

    private static CreditBankCommand[] publication(
            String ruleId, List<ConvertedCourse> courses, int cap, LocalDate validUntil) {
        var terms = new ConversionTerms(
                "mechanics",
                List.of("6-31-01-03"),
                SkillLevel.SENIOR,
                courses,
                cap,
                LocalDate.of(2015, 1, 1),
                validUntil);
        return new CreditBankCommand[] {
            new ProposeConversionRule(ruleId, terms, ADMIN), new PublishConversionRule(ruleId, 1, SECOND_ADMIN)
        };
    }

    private static ConversionTerms from(ConversionTerms terms, LocalDate validFrom) {
        return new ConversionTerms(
                terms.programId(),
                terms.occupationCodes(),
                terms.minimumLevel(),
                terms.courses(),
                terms.capCredits(),
                validFrom,
                null);
    }

    private static List<ConvertedCourse> courses(ConvertedCourse... courses) {
        return List.of(courses);
    }

    private static ConvertedCourse course(String code, int credits) {
        return new ConvertedCourse(code, "课程" + code, credits);
    }

    private static Consumer<ConversionRefused> is(RefusalReason reason) {
        return refused -> assertThat(refused.reasons()).containsExactly(reason);
    }
}
