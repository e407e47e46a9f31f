package org.gongxue.creditbank.conversionrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.World.ADMIN;
import static org.gongxue.creditbank.World.DISTRICT_ADMIN;
import static org.gongxue.creditbank.World.OFFICER;
import static org.gongxue.creditbank.World.SECOND_ADMIN;
import static org.gongxue.creditbank.World.city;
import static org.gongxue.creditbank.World.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.gongxue.events.creditbank.ConversionRuleListed;
import org.gongxue.events.creditbank.ConversionRuleProposed;
import org.gongxue.events.creditbank.ConversionRulePublished;
import org.gongxue.events.creditbank.ConversionTerms;
import org.gongxue.events.creditbank.ConvertedCourse;
import org.gongxue.events.creditbank.SkillLevel;
import org.junit.jupiter.api.Test;

class ConversionRuleTest {

    private static final LocalDate FROM = LocalDate.of(2015, 1, 1);

    @Test
    void anAdministratorProposesTheNextVersion() {
        city().givenCommands(new ProposeConversionRule("fitter", terms(3), ADMIN))
                .when(new ProposeConversionRule("fitter", terms(3, 5), SECOND_ADMIN))
                .then(new ConversionRuleProposed("fitter", 2, terms(3, 5), SECOND_ADMIN.subject()));
    }

    @Test
    void anotherAdministratorPublishesIt() {
        city().givenCommands(new ProposeConversionRule("fitter", terms(3), ADMIN))
                .when(new PublishConversionRule("fitter", 1, SECOND_ADMIN))
                .then(
                        new ConversionRulePublished("fitter", 1, terms(3), ADMIN.subject(), SECOND_ADMIN.subject()),
                        new ConversionRuleListed("mechanics", "fitter", 1, FROM, null));
    }

    @Test
    void whoeverProposedDoesNotPublish() {
        city().givenCommands(new ProposeConversionRule("fitter", terms(3), ADMIN))
                .when(new PublishConversionRule("fitter", 1, ADMIN))
                .thenRefused("MAKER_IS_CHECKER");
    }

    @Test
    void aVersionIsPublishedOnce() {
        city().givenCommands(
                        new ProposeConversionRule("fitter", terms(3), ADMIN),
                        new PublishConversionRule("fitter", 1, SECOND_ADMIN))
                .when(new PublishConversionRule("fitter", 1, SECOND_ADMIN))
                .thenRefused("RULE_ALREADY_PUBLISHED");
    }

    @Test
    void onlyTheNewestProposalIsPublished() {
        city().givenCommands(
                        new ProposeConversionRule("fitter", terms(3), ADMIN),
                        new ProposeConversionRule("fitter", terms(5), ADMIN))
                .when(new PublishConversionRule("fitter", 1, SECOND_ADMIN))
                .thenRefused("RULE_VERSION_SUPERSEDED");
    }

    @Test
    void anUnknownVersionIsNotFound() {
        city().givenCommands(new ProposeConversionRule("fitter", terms(3), ADMIN))
                .when(new PublishConversionRule("fitter", 2, SECOND_ADMIN))
                .thenRefused("RULE_VERSION_UNKNOWN");
    }

    @Test
    void anOfficerDoesNotPropose() {
        city().when(new ProposeConversionRule("fitter", terms(3), OFFICER)).thenRefused("NOT_APPOINTED");
    }

    @Test
    void anAdministratorOfOneDistrictDoesNotRuleTheWholeBank() {
        city().when(new ProposeConversionRule("fitter", terms(3), DISTRICT_ADMIN))
                .thenRefused("NOT_APPOINTED");
    }

    @Test
    void aRuleThatNobodyCouldUseIsRefused() {
        city().when(new ProposeConversionRule("fitter", terms(6, 5), ADMIN)).thenRefused(refusal -> {
            assertThat(refusal.code()).isEqualTo("RULE_EXCEEDS_ITS_CAP");
            assertThat(refusal.value()).isEqualTo("10");
            assertThat(refusal.needed()).isEqualTo("11");
        });
    }

    @Test
    void aCourseNamedTwiceIsRefused() {
        var course = new ConvertedCourse("ME-1", "机械制图", 2);
        var terms = new ConversionTerms(
                "mechanics", List.of("6-31-01-03"), SkillLevel.SENIOR, List.of(course, course), 10, FROM, null);
        city().when(new ProposeConversionRule("fitter", terms, ADMIN)).thenRefused("RULE_NAMES_COURSE_TWICE");
    }

    @Test
    void aRuleThatEndsBeforeItStartsIsRefused() {
        city().when(new ProposeConversionRule("fitter", between(terms(3), FROM, FROM.minusDays(1)), ADMIN))
                .thenRefused("RULE_ENDS_BEFORE_IT_STARTS");
    }

    @Test
    void aRuleStaysWithItsProgram() {
        var elsewhere = new ConversionTerms(
                "civil", List.of("6-31-01-03"), SkillLevel.SENIOR, terms(3).courses(), 10, FROM, null);
        city().givenCommands(new ProposeConversionRule("fitter", terms(3), ADMIN))
                .when(new ProposeConversionRule("fitter", elsewhere, ADMIN))
                .thenRefused("RULE_SERVES_OTHER_PROGRAM");
    }

    @Test
    void aProgramListsABoundedNumberOfVersions() {
        var fixture = city();
        IntStream.range(0, ProgramRules.LISTED_MAX)
                .forEach(i -> fixture.givenCommands(
                        new ProposeConversionRule(
                                "rule-with-a-rather-long-name-of-its-own-%03d".formatted(i), ended(), ADMIN),
                        new PublishConversionRule(
                                "rule-with-a-rather-long-name-of-its-own-%03d".formatted(i), 1, SECOND_ADMIN)));
        fixture.givenCommands(new ProposeConversionRule("one-more", terms(3), ADMIN))
                .when(new PublishConversionRule("one-more", 1, SECOND_ADMIN))
                .thenRefused("PROGRAM_HAS_TOO_MANY_RULES");
    }

    @Test
    void aNewerVersionThatCoversTheOldTakesItsPlaceInTheList() {
        var fixture = city().givenCommands(
                        new ProposeConversionRule("fitter", terms(3), ADMIN),
                        new PublishConversionRule("fitter", 1, SECOND_ADMIN),
                        new ProposeConversionRule("fitter", terms(5), ADMIN),
                        new PublishConversionRule("fitter", 2, SECOND_ADMIN));
        assertThat(fixture.state(ProgramRules.STREAM, "mechanics").listed())
                .extracting(ProgramRules.Entry::ruleVersion)
                .containsExactly(2);
    }

    private static ConversionTerms ended() {
        return between(terms(3), FROM, FROM.plusYears(1));
    }

    private static ConversionTerms between(ConversionTerms terms, LocalDate from, LocalDate until) {
        return new ConversionTerms(
                terms.programId(),
                terms.occupationCodes(),
                terms.minimumLevel(),
                terms.courses(),
                terms.capCredits(),
                from,
                until);
    }
}
