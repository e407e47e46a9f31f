package org.gongxue.reward.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.ContestPlacing;
import org.gongxue.events.creditbank.ContestPlacing.ContestLevel;
import org.gongxue.events.creditbank.ContestPlacing.ContestRound;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.fact.FactValue.Text;
import org.gongxue.reward.fact.FactValue.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimTest {

    private static final LocalDate TODAY = LocalDate.of(2018, 3, 15);

    @Test
    void threeAnswersTellTheFactsOfTheLevelsAndOfTodayAndNoOther() {
        var facts = Claim.ofCertificate(SkillLevel.SENIOR, HeldLevel.INTERMEDIATE, null, TODAY)
                .facts();
        assertThat(facts)
                .containsEntry("outcome.kind", new Text("SKILL_CERTIFICATE"))
                .containsEntry("outcome.level", new Text("SENIOR"))
                .containsEntry("outcome.grade", new Text("SENIOR"))
                .containsEntry("outcome.heldBefore", new Text("INTERMEDIATE"))
                .containsEntry("outcome.heldInOccupation", new Text("INTERMEDIATE"))
                .containsEntry("outcome.levelsGained", new Whole(1))
                .containsEntry("outcome.issuedOn", new FactValue.Day(TODAY))
                .containsEntry("outcome.depositedOn", new FactValue.Day(TODAY))
                .containsEntry("outcome.daysToDeposit", new Whole(0))
                .doesNotContainKeys(
                        "learner.learnerId",
                        "outcome.outcomeId",
                        "outcome.occupationCode",
                        "outcome.occupationEdition",
                        "outcome.route");
    }

    @Test
    void whoHoldsNothingSaysSo() {
        assertThat(Claim.ofCertificate(SkillLevel.BEGINNER, HeldLevel.NONE, AcquisitionRoute.CONTEST, TODAY)
                        .facts())
                .containsEntry("outcome.heldBefore", new Text("NONE"))
                .containsEntry("outcome.heldBeforeRank", new Whole(0))
                .containsEntry("outcome.route", new Text("CONTEST"));
    }

    @Test
    void whatIsHeldInTheOccupationIsUnknownUntilTold() {
        var claim = new Claim(
                "L-1",
                OutcomeKind.CONTEST_RESULT,
                "6-18-01-01",
                null,
                null,
                null,
                new ContestPlacing(ContestLevel.CITY, ContestRound.FINAL, 3, false),
                AcquisitionRoute.CONTEST,
                HeldLevel.SENIOR,
                null,
                TODAY.minusDays(10),
                TODAY);
        assertThat(claim.facts())
                .containsEntry("learner.learnerId", new Text("L-1"))
                .containsEntry("outcome.occupationCode", new Text("6-18-01-01"))
                .containsEntry("outcome.grade", new Text("CONTEST"))
                .containsEntry("contest.rank", new Whole(3))
                .containsEntry("outcome.heldBefore", new Text("SENIOR"))
                .containsEntry("outcome.daysToDeposit", new Whole(10))
                .doesNotContainKeys("outcome.heldInOccupation", "outcome.heldInOccupationRank", "outcome.levelsGained");
    }

    @ParameterizedTest
    @EnumSource(SkillLevel.class)
    void everyLevelCanBeHeld(SkillLevel level) {
        assertThat(HeldLevel.valueOf(level.name()).level()).isEqualTo(level);
    }

    @Test
    void thereAreFiveLevelsBefore2022AndEightSince() {
        assertThat(HeldLevel.levels(2021)).hasSize(5).doesNotContain(HeldLevel.NONE, HeldLevel.APPRENTICE);
        assertThat(HeldLevel.levels(2022)).hasSize(8).doesNotContain(HeldLevel.NONE);
    }
}
