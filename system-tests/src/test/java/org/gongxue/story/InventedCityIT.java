package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongxue.local.BuiltTree;
import org.gongxue.story.SkillCertificate.Route;
import org.gongxue.story.SkillClaim.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Another city's rules, added as a file and nothing else: three groups, amounts by group and route, places for each
 * unit, two unions that pay sixty to forty, and refusal where places are used up.
 */
@ExtendWith(WithDemoRun.class)
class InventedCityIT {

    private static final Path FILE =
            Path.of("reward-service", "src", "test", "resources", "policies", "invented-city-skill-match.json");
    private static final String POLICY = "invented-city-skill-match";
    private static final int YEAR = 2018;
    private static final YearFund LEADING = new YearFund("invented-city-union", "虚构市总工会", YEAR);
    private static final YearFund FOLLOWING = new YearFund("invented-district-union", "虚构区总工会", YEAR);
    private static final long ENOUGH_FEN = 10_000_000;
    private static final Seat SEAT = Seat.at(40);
    private static final int FIRST_SERIAL = 85_000;

    private final SampleIssuer issuer = new SampleIssuer(FIRST_SERIAL);
    private final Trade trade = Trade.first(3).getLast();

    @Test
    void theFileAlonePaysRight(DemoRun run) {
        SkillsOf2018 skills = run.skills();
        House house = run.house();
        LocalDate today = house.today();
        var foundations = new Foundations(house);
        foundations.enact(PolicyFiles.read(BuiltTree.find().root().resolve(FILE)));
        foundations.endow(LEADING, ENOUGH_FEN, today);
        foundations.endow(FOLLOWING, ENOUGH_FEN, today);
        allot(house);

        assertThat(amount(house, skills, SkillLevel.TECHNICIAN, Route.CONTEST)).isEqualTo("approved 350000");
        assertThat(amount(house, skills, SkillLevel.SENIOR, Route.CONTEST)).isEqualTo("approved 188888");
        assertThat(amount(house, skills, SkillLevel.SENIOR, Route.TRAINING)).isEqualTo("refused QUOTA_FULL");
        assertThat(amount(house, skills, SkillLevel.BEGINNER, Route.SELF_STUDY)).isEqualTo("approved 66666");

        long totalFen = 350_000 + 188_888 + 66_666;
        var checks = new Checks();
        new PaymentDesk(house, checks)
                .pay(new PaymentDesk.Batch(LEADING.id(), "SKILL_REWARD", 3, totalFen, today.plusDays(1), Set.of()));
        assertThat(checks.made()).allMatch(Check::holds);
        // Each amount is divided by itself: 210,000 + 113,333 + 40,000 and 140,000 + 75,555 + 26,666.
        assertThat(FundBalance.read(house, LEADING.id()).paidFen()).isEqualTo(363_333);
        assertThat(FundBalance.read(house, FOLLOWING.id()).paidFen()).isEqualTo(242_221);
        assertThat(Replay.run(house, Json.object("mode", "fold")).verdict()).isEqualTo("identical");
    }

    /** One place of each group in the one unit. */
    private static void allot(House house) {
        String path = Paths.REWARD + "quotas/" + POLICY + "/" + YEAR + "/proposals";
        List<JsonNode> cells = List.of(cell("技师以上"), cell("高级工"), cell("初中级工"));
        JsonNode proposal = house.as(Staff.ADMINISTRATOR)
                .command(path, Json.object("policyVersion", 1, "reasonCode", "ALLOTMENT", "cells", cells));
        house.as(Staff.SECOND_ADMINISTRATOR)
                .command(
                        path + "/" + proposal.path("number").asText() + "/confirmation",
                        Json.object("digest", proposal.path("digest").asText()));
    }

    private static JsonNode cell(String group) {
        return Json.object("unitId", SEAT.unit().id(), "group", group, "places", 1);
    }

    /** What somebody new gets for a certificate issued a month ago. */
    private String amount(House house, SkillsOf2018 skills, SkillLevel level, Route route) {
        SkillCertificate issued = issuer.issue(YEAR, trade, level, route);
        var certificate = new SkillCertificate(
                issued.number(), trade, level, house.today().minusDays(30), route);
        var claim = new SkillClaim(skills.somebody(SEAT), null, certificate, SkillGroup.STARTERS, Fate.APPROVED);
        skills.desk().deposit(List.of(claim));
        JsonNode reward =
                house.as(Staff.AUDITOR).readAll(Paths.REWARD + "entitlements?limit=500&policy=" + POLICY).stream()
                        .filter(e -> e.path("basis")
                                .asText()
                                .equals(skills.desk().deposited(claim).basis()))
                        .findFirst()
                        .orElseThrow();
        String state = reward.path("state").asText();
        return state + " "
                + (state.equals("approved")
                        ? reward.path("amountFen").asText()
                        : reward.path("reasons").path(0).path("code").asText());
    }
}
