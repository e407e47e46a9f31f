package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/**
 * On the last day of 2017 all tuition is owed and none is paid, all skill rewards are paid and none is owed; a learner
 * sees the same of the own money.
 */
final class LookAtWhatIsOwed {

    static final LocalDate DAY = LocalDate.of(2017, 12, 31);
    static final long OWED_FEN = 236_760_000;
    static final long SKILLS_FEN = 1_400_000_000;

    private final House house;
    private final Checks checks;
    private final Cast cast;
    private final SkillPlan skills;

    LookAtWhatIsOwed(House house, Checks checks, Cast cast, SkillPlan skills) {
        this.house = house;
        this.checks = checks;
        this.cast = cast;
        this.skills = skills;
    }

    void play() {
        house.openDay(DAY);
        FundBalance balance = FundBalance.read(house, SetRulesAndMoney.FUND.id());
        checks.money("owed on 2017-12-31", OWED_FEN, balance.payableFen());
        checks.money("paid on 2017-12-31", 0, balance.paidFen());
        checkSkillFunds();
        JsonNode mine = entitlement(house, cast.worker(Cast.PLAIN_GRADUATE));
        checks.that("a learner's refund", "approved", mine.path("state").asText());
        checks.money(
                "its amount", University.TUITION_FEN, mine.path("amountFen").asLong());
        JsonNode reduced = entitlement(house, cast.worker(Cast.REDUCED.getFirst()));
        checks.money(
                "the refund where tuition was reduced",
                680_000,
                reduced.path("amountFen").asLong());
    }

    private void checkSkillFunds() {
        long paidFen = 0;
        long openFen = 0;
        for (SkillYear year : skills.years()) {
            FundBalance balance = FundBalance.read(house, year.fund().id());
            paidFen += balance.paidFen();
            openFen += balance.payableFen() + balance.inTransitFen() + balance.receivableFen();
        }
        checks.money("skill rewards paid on 2017-12-31", SKILLS_FEN, paidFen);
        checks.money("skill rewards owed on 2017-12-31", 0, openFen);
    }

    /** The tuition refund of a worker who signs in. */
    static JsonNode entitlement(House house, Worker worker) {
        return Json.list(house.as(worker.phone()).read(Paths.REWARD + "entitlements/mine")).stream()
                .filter(e -> e.path("policyId").asText().equals(PolicyFiles.TUITION))
                .findFirst()
                .orElseThrow();
    }
}
