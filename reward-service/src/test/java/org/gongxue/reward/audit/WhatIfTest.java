package org.gongxue.reward.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.SkillStory;
import org.gongxue.reward.audit.WhatIf.Question;
import org.gongxue.reward.audit.WhatIfResult.LearnerLine;
import org.gongxue.reward.audit.WhatIfResult.Line;
import org.junit.jupiter.api.Test;

/** The demo's question at a hundredth: Beijing's table instead of Qingdao's, on those of group 3. */
class WhatIfTest {

    private static final String QINGDAO = "qingdao-skill-reward";

    private static SkillStory city() {
        var city = SkillStory.of(RewardStory.skillReward());
        RewardStory.fund(city.log(), "skill-2017", 2017, 6_400_000);
        city.day(LocalDate.of(2017, 7, 1));
        return city.allot(QINGDAO, 2017, SkillStory.cellPlaces("d1", "3", 30), SkillStory.cellPlaces("d1", "8", 4));
    }

    private static void claim(SkillStory city, int n, SkillLevel held, SkillLevel reached) {
        city.learner(Integer.toString(n), "g1");
        city.claim(Integer.toString(n), "welder", held, reached);
    }

    /** 24 seniors, 5 technicians and a senior technician of group 3, three beginners of group 8, one without a place. */
    private static PlayedLog granted() {
        var city = city();
        IntStream.rangeClosed(1, 24).forEach(n -> claim(city, n, SkillLevel.INTERMEDIATE, SkillLevel.SENIOR));
        IntStream.rangeClosed(25, 29).forEach(n -> claim(city, n, SkillLevel.SENIOR, SkillLevel.TECHNICIAN));
        claim(city, 30, SkillLevel.TECHNICIAN, SkillLevel.SENIOR_TECHNICIAN);
        IntStream.rangeClosed(31, 33).forEach(n -> claim(city, n, null, SkillLevel.BEGINNER));
        claim(city, 34, SkillLevel.INTERMEDIATE, SkillLevel.SENIOR);
        return PlayedLog.of(city.log());
    }

    private static WhatIfResult ask(PlayedLog log, String policy, String group) throws InterruptedException {
        return log.whatIf(new Question(RewardStory.policy(policy), QINGDAO, group));
    }

    @Test
    void theTableOfBeijingOnGroup3ComesTo33800YuanLess() throws InterruptedException {
        var result = ask(granted(), RewardStory.skillGrant(), "3");

        assertThat(result.beforeFen()).isEqualTo(6_000_000);
        assertThat(result.afterFen()).isEqualTo(2_620_000);
        assertThat(result.differenceFen()).isEqualTo(-3_380_000);
        assertThat(result.changed()).as("the senior technician gets the same").isEqualTo(29);
        assertThat(result.byGroup()).containsExactly(new Line("3", 31, 6_000_000, 2_620_000, -3_380_000));
        assertThat(result.byUnit()).containsExactly(new Line("g1", 31, 6_000_000, 2_620_000, -3_380_000));
        assertThat(result.byCell()).extracting(Line::differenceFen).containsExactly(-3_380_000L);
        assertThat(result.byFund())
                .extracting(Line::key, Line::differenceFen)
                .contains(tuple("skill-2017", -6_000_000L))
                .hasSize(2);
        assertThat(result.learners().getFirst().differenceFen()).isEqualTo(-120_000);
        assertThat(result.learners().stream()
                        .mapToLong(LearnerLine::differenceFen)
                        .sum())
                .isEqualTo(-3_380_000);
    }

    @Test
    void withoutAGroupEverybodyIsAskedForAndGroupsAreToldApart() throws InterruptedException {
        var result = ask(granted(), RewardStory.skillGrant(), null);

        assertThat(result.byGroup())
                .extracting(Line::key, Line::differenceFen)
                .containsExactly(tuple("3", -3_380_000L), tuple("8", -300_000L));
        assertThat(result.differenceFen()).isEqualTo(-3_680_000);
    }

    @Test
    void theSamePolicyGivesTheSame() throws InterruptedException {
        var result = ask(granted(), RewardStory.skillReward(), null);

        assertThat(result.differenceFen()).isZero();
        assertThat(result.changed()).isZero();
        assertThat(result.beforeFen()).isEqualTo(6_300_000);
        assertThat(result.learners()).isEmpty();
    }

    @Test
    void whomTheFirstPolicyRefusedTheOtherMayReward() throws InterruptedException {
        var city = city();
        claim(city, 1, SkillLevel.SENIOR, SkillLevel.SENIOR);
        var generous = RewardStory.skillReward().replace("\"value\": 1\n", "\"value\": 0\n");
        assertThat(generous).isNotEqualTo(RewardStory.skillReward());

        var result = ask(PlayedLog.of(city.log()), generous, null);

        assertThat(result.beforeFen()).isZero();
        assertThat(result.afterFen()).isEqualTo(200_000);
    }

    @Test
    void whoStandsInLineStandsThereUnderAnyPolicy() throws InterruptedException {
        var log = granted();
        var result = ask(log, RewardStory.skillReward().replace("200000", "900000"), "3");

        assertThat(result.entitlements()).isEqualTo(31);
        assertThat(result.afterFen()).isEqualTo(30 * 900_000);
    }
}
