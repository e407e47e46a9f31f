package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongxue.local.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Acceptance story 3 through the whole house: one place is left, two hundred certificates come in at once, each in a
 * request of its own.
 */
@ExtendWith(WithDemoRun.class)
class LastPlaceIT {

    private static final int AT_ONCE = 200;
    private static final int PLACES = 4;

    @Test
    void theLastPlaceGoesToOneAndTheOthersAreNumberedInOrder(DemoRun run) {
        SkillsOf2018 skills = run.skills();
        List<SkillClaim> claims = fillAllButOnePlace(skills, Seat.at(20));
        depositAtOnce(run, skills, claims);
        assertOneApproved(skills, claims);
        assertReplayed(run);
    }

    @Test
    void twoInstancesOfTheRewardServiceGiveTheLastPlaceOnceThoughOneIsKilled(DemoRun run) {
        SkillsOf2018 skills = run.skills();
        List<SkillClaim> claims = fillAllButOnePlace(skills, Seat.at(21));
        run.campus().startAlso(Part.REWARD_SECOND);
        try {
            Future<Boolean> killing = run.house().aside(() -> {
                run.campus().process("reward").kill9();
                run.campus().process("reward").restart();
                return true;
            });
            depositAtOnce(run, skills, claims);
            House.join(killing);
            assertOneApproved(skills, claims);
        } finally {
            run.campus().stop(Part.REWARD_SECOND);
        }
        assertReplayed(run);
    }

    /** Leaves one place of the starters' free, and gives two hundred claims for it. */
    private static List<SkillClaim> fillAllButOnePlace(SkillsOf2018 skills, Seat seat) {
        List<Claimant> people = skills.people(AT_ONCE + PLACES - 1, seat);
        List<SkillClaim> claims = people.stream().map(skills::starter).toList();
        skills.desk().deposit(claims.subList(0, PLACES - 1));
        assertThat(skills.quotas()
                        .cell(seat.holder(), SkillGroup.STARTERS)
                        .path("left")
                        .asInt())
                .isEqualTo(1);
        return claims.subList(PLACES - 1, claims.size());
    }

    private static void depositAtOnce(DemoRun run, SkillsOf2018 skills, List<SkillClaim> claims) {
        try (House wide = new House(run.door(), run.campus()::token, AT_ONCE)) {
            skills.desk().depositOneByOne(wide, claims);
            wide.awaitTakenIn("reward");
        }
    }

    private static void assertOneApproved(SkillsOf2018 skills, List<SkillClaim> claims) {
        Unit holder = claims.getFirst().claimant().seat().holder();
        JsonNode cell = skills.quotas().cell(holder, SkillGroup.STARTERS);
        assertThat(cell.path("places").asInt()).isEqualTo(PLACES);
        assertThat(cell.path("used").asInt()).isEqualTo(PLACES);
        assertThat(cell.path("waiting").asInt()).isEqualTo(AT_ONCE - 1);
        List<JsonNode> line = skills.quotas().line(cell);
        assertThat(line.stream().map(item -> item.path("position").asInt()))
                .containsExactlyElementsOf(IntStream.range(1, AT_ONCE).boxed().toList());
        Stream<String> waiting =
                line.stream().map(item -> item.path("learnerId").asText());
        List<String> approved = claims.stream()
                .map(claim -> skills.desk().learnerId(claim.claimant()))
                .filter(learner -> line.stream()
                        .noneMatch(item -> item.path("learnerId").asText().equals(learner)))
                .toList();
        assertThat(waiting).doesNotHaveDuplicates().hasSize(AT_ONCE - 1);
        assertThat(approved).hasSize(1);
    }

    private static void assertReplayed(DemoRun run) {
        Replay replay = Replay.run(run.house(), Json.object("mode", "fold"));
        assertThat(replay.verdict()).isEqualTo("identical");
        assertThat(replay.differences()).isZero();
    }
}
