package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/** Act 5: on the last day of 2017 all of it is owed and nothing is paid; a learner sees the same of the own money. */
final class LookAtWhatIsOwed {

    static final LocalDate DAY = LocalDate.of(2017, 12, 31);
    static final long OWED_FEN = 236_760_000;

    private final House house;
    private final Checks checks;
    private final Cast cast;

    LookAtWhatIsOwed(House house, Checks checks, Cast cast) {
        this.house = house;
        this.checks = checks;
        this.cast = cast;
    }

    void play() {
        house.openDay(DAY);
        FundBalance balance = FundBalance.read(house, SetRulesAndMoney.FUND.id());
        checks.money("owed on 2017-12-31", OWED_FEN, balance.payableFen());
        checks.money("paid on 2017-12-31", 0, balance.paidFen());
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

    /** The only entitlement of a worker who signs in. */
    static JsonNode entitlement(House house, Worker worker) {
        return Json.list(house.as(worker.phone()).read(Paths.REWARD + "entitlements/mine"))
                .getFirst();
    }
}
