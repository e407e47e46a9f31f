package org.gongxue.creditbank.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.World.ADMIN;
import static org.gongxue.creditbank.World.SECOND_ADMIN;
import static org.gongxue.creditbank.World.WANG;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.gongxue.creditbank.CreditBankCommand;
import org.gongxue.creditbank.World;
import org.gongxue.creditbank.conversionrule.ProposeConversionRule;
import org.gongxue.creditbank.conversionrule.PublishConversionRule;
import org.gongxue.creditbank.revocation.ProposeRevocation;
import org.gongxue.creditbank.revocation.RevocationReason;
import org.gongxue.creditbank.revocation.RevokeOutcome;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.creditbank.ConversionTerms;
import org.gongxue.events.creditbank.ConvertedCourse;
import org.gongxue.events.creditbank.SkillLevel;

/** Whatever is asked in whatever order, an enrollment holds no more than the cap and no course twice. */
class ConversionPropertyTest {

    private static final int CAP = 12;
    private static final int OUTCOMES = 5;

    /** One thing asked about the n-th outcome. */
    record Step(boolean convert, int outcome) {}

    @Property(tries = 100)
    void convertedCreditsNeverExceedTheCapAndNoCourseCountsTwice(
            @ForAll("rules") @Size(min = 1, max = 4) List<List<ConvertedCourse>> rules,
            @ForAll("steps") @Size(max = 15) List<Step> steps) {
        var fixture = story(rules);
        for (int i = 0; i < steps.size(); i++) {
            proposeBefore(fixture, steps.get(i));
            fixture.when(command(steps.get(i), "c" + i));
            var enrollment = fixture.state(DegreeEnrollment.STREAM, "e-wang");
            assertThat(enrollment.convertedCredits()).isLessThanOrEqualTo(CAP);
            assertThat(enrollment.conversions().stream().flatMap(conversion -> conversion.courseCodes().stream()))
                    .doesNotHaveDuplicates();
            assertThat(enrollment.conversions())
                    .extracting(DegreeEnrollment.Conversion::outcomeId)
                    .doesNotHaveDuplicates();
        }
    }

    @Property(tries = 50)
    void revokedAfterConversionIsAsIfNeverConverted(
            @ForAll("rules") @Size(min = 1, max = 4) List<List<ConvertedCourse>> rules) {
        var fixture = story(rules);
        fixture.when(command(new Step(true, 0), "c0"));
        proposeBefore(fixture, new Step(false, 0));
        fixture.when(command(new Step(false, 0), "r0"));
        assertThat(fixture.state(DegreeEnrollment.STREAM, "e-wang"))
                .isEqualTo(story(rules).state(DegreeEnrollment.STREAM, "e-wang"));
    }

    private static void proposeBefore(DomainFixture<CreditBankCommand> fixture, Step step) {
        if (!step.convert()) {
            fixture.when(new ProposeRevocation("o" + step.outcome(), RevocationReason.FALSE_CERTIFICATE, ADMIN));
        }
    }

    private static CreditBankCommand command(Step step, String id) {
        var outcome = "o" + step.outcome();
        return step.convert()
                ? World.convert(id, outcome, WANG)
                : new RevokeOutcome(outcome, RevocationReason.FALSE_CERTIFICATE, SECOND_ADMIN);
    }

    private static DomainFixture<CreditBankCommand> story(List<List<ConvertedCourse>> rules) {
        var fixture = World.city().givenReceived("enrollment", "enrollment/e-wang", World.enrolled("e-wang", "wang"));
        for (int i = 0; i < rules.size(); i++) {
            var terms = new ConversionTerms(
                    "mechanics",
                    List.of("6-31-01-03"),
                    SkillLevel.BEGINNER,
                    rules.get(i),
                    CAP,
                    LocalDate.of(2015, 1, 1),
                    null);
            fixture.givenCommands(
                    new ProposeConversionRule("rule-" + i, terms, ADMIN),
                    new PublishConversionRule("rule-" + i, 1, SECOND_ADMIN));
        }
        IntStream.range(0, OUTCOMES)
                .forEach(i -> fixture.givenCommands(World.deposit("o" + i, "wang", WANG, "173702100131234" + i)));
        return fixture;
    }

    @Provide
    Arbitrary<List<List<ConvertedCourse>>> rules() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 8).set().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(1, 4))
                .as((codes, credits) -> {
                    var courses = new ArrayList<ConvertedCourse>();
                    codes.forEach(code -> courses.add(new ConvertedCourse("ME-" + code, "课程", credits)));
                    return List.copyOf(courses);
                })
                .list();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false)),
                        Arbitraries.integers().between(0, OUTCOMES - 1))
                .as(Step::new)
                .list();
    }
}
