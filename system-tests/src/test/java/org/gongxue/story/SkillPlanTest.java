package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongxue.story.SkillCertificate.Route;
import org.gongxue.story.SkillClaim.Fate;
import org.junit.jupiter.api.Test;

class SkillPlanTest {

    private final SkillPlan plan = SkillPlan.full();

    @Test
    void elevenThousandFourHundredClaimsAreElevenThousandPlacesTwoHundredAndFortyCandidatesAndTheRefused() {
        assertThat(plan.size()).isEqualTo(11_400);
        assertThat(plan.count(Fate.APPROVED)).isEqualTo(11_000);
        assertThat(plan.count(Fate.WAITLISTED)).isEqualTo(240);
        assertThat(plan.years()).extracting(y -> y.claims().size()).containsExactly(3_120, 3_120, 5_160);
        assertThat(plan.years()).extracting(y -> y.count(Fate.APPROVED)).containsExactly(3_000L, 3_000L, 5_000L);
        assertThat(plan.years()).extracting(y -> y.count(Fate.WAITLISTED)).containsExactly(70L, 70L, 100L);
        assertThat(plan.years())
                .extracting(y -> List.of(
                        y.count(Fate.CERTIFICATE_WRONG),
                        y.count(Fate.LEVEL_NOT_HIGHER),
                        y.count(Fate.CLAIMED_BEFORE),
                        y.count(Fate.UNIT_NOT_NONPUBLIC)))
                .containsExactly(List.of(20L, 15L, 10L, 5L), List.of(20L, 15L, 10L, 5L), List.of(24L, 18L, 12L, 6L));
    }

    @Test
    void theMoneyOfEachYearIsUsedUp() {
        assertThat(plan.years())
                .extracting(SkillYear::owedFen)
                .containsExactly(400_000_000L, 400_000_000L, 600_000_000L);
        assertThat(plan.owedFen()).isEqualTo(LookAtWhatIsOwed.SKILLS_FEN);
    }

    @Test
    void thePlacesAreDividedEvenlyAmongFiftyEightUnits() {
        assertThat(plan.years()).allSatisfy(year -> {
            assertThat(year.grid()).hasSize(58);
            assertThat(year.places(SkillGroup.HOLDERS)).isEqualTo(1_000);
        });
        assertThat(plan.years()).extracting(y -> y.places(SkillGroup.STARTERS)).containsExactly(2_000, 2_000, 4_000);
    }

    @Test
    void elevenThousandDifferentPeopleAreApproved() {
        assertThat(plan.approved().stream().map(c -> c.claimant().number()).distinct())
                .hasSize(11_000);
        assertThat(plan.claimants()).hasSize(11_000 + 240 + 160 - 32);
        assertThat(plan.claimants().stream().filter(Claimant::signsIn).map(Claimant::number))
                .containsExactlyInAnyOrder(10, 11, 12, 13, 14, 15, 16);
    }

    @Test
    void oneThousandTwoHundredAndThreeOfThemByContest() {
        assertThat(plan.years())
                .extracting(y -> y.approved().stream()
                        .filter(c -> c.certificate().route() == Route.CONTEST)
                        .count())
                .containsExactly(328L, 328L, 547L);
    }

    @Test
    void allTradesAndLevelsOccur() {
        assertThat(plan.approved().stream().map(c -> c.certificate().trade()).distinct())
                .hasSize(173);
        assertThat(plan.approved().stream()
                        .filter(c -> c.group() == SkillGroup.HOLDERS)
                        .collect(Collectors.groupingBy(c -> c.certificate().level(), Collectors.counting())))
                .containsOnly(
                        Map.entry(SkillLevel.SENIOR, 2_400L),
                        Map.entry(SkillLevel.TECHNICIAN, 500L),
                        Map.entry(SkillLevel.SENIOR_TECHNICIAN, 100L));
    }

    @Test
    void everyoneInTheGroupOfHoldersHeldTheLevelBelow() {
        assertThat(plan.approved()).allSatisfy(claim -> {
            SkillCertificate earlier = claim.earlier();
            boolean holds = earlier != null && earlier.level().compareTo(SkillLevel.INTERMEDIATE) >= 0;
            assertThat(holds).isEqualTo(claim.group() == SkillGroup.HOLDERS);
            assertThat(earlier == null
                            || earlier.level().compareTo(claim.certificate().level()) < 0)
                    .isTrue();
        });
    }

    @Test
    void noTwoCertificatesShareANumberButThoseHandedInTwice() {
        List<String> numbers = plan.years().stream()
                .flatMap(y -> y.claims().stream())
                .map(c -> c.certificate().number())
                .toList();
        long handedInByAnother = 5 + 5 + 6;
        assertThat(numbers.stream().distinct()).hasSize((int) (11_400 - handedInByAnother));
        assertThat(plan.withEarlierCertificate().stream()
                        .map(c -> c.earlierCertificate().number())
                        .distinct())
                .hasSize(plan.withEarlierCertificate().size());
    }

    @Test
    void theBankReturnsNinePaymentsOfThirteenThousandYuan() {
        SkillYear last = plan.years().getLast();
        assertThat(last.returned()).hasSize(9).doesNotContain(last.falsified().orElseThrow());
        assertThat(SkillYear.sumFen(last.returned())).isEqualTo(1_300_000);
    }

    @Test
    void behindTheFalseCertificateWaitPeopleByTraining() {
        SkillYear last = plan.years().getLast();
        SkillClaim falsified = last.falsified().orElseThrow();
        assertThat(falsified.group()).isEqualTo(SkillGroup.STARTERS);
        assertThat(falsified.certificate().route()).isNotEqualTo(Route.CONTEST);
        assertThat(last.line(falsified.claimant().seat().holder(), falsified.group()))
                .isNotEmpty()
                .allMatch(c -> c.certificate().route() == Route.TRAINING);
    }

    @Test
    void theSmallPlanHasEveryFateToo() {
        SkillYear small = SkillPlan.small(2015, 1_000).years().getFirst();
        assertThat(small.claims()).hasSize(80);
        assertThat(small.claims().stream().map(SkillClaim::fate).distinct()).containsOnly(Fate.values());
        assertThat(small.falsified()).isPresent();
        assertThat(small.returned()).hasSize(3);
        assertThat(SkillPlan.small(2015, 1_000)).isEqualTo(SkillPlan.small(2015, 1_000));
    }
}
