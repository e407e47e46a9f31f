package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Set;

/** March 2018: the tuition refunds are paid. */
final class PayRefunds {

    private static final LocalDate DRAWN_UP_ON = LocalDate.of(2018, 3, 15);
    private static final LocalDate PAID_ON = LocalDate.of(2018, 3, 16);
    private static final long LEFT_FEN = 3_240_000;
    private static final int LINES = 297;

    private final House house;
    private final Checks checks;
    private final Cast cast;

    PayRefunds(House house, Checks checks, Cast cast) {
        this.house = house;
        this.checks = checks;
        this.cast = cast;
    }

    void play() {
        String fundId = SetRulesAndMoney.FUND.id();
        house.openDay(DRAWN_UP_ON);
        new PaymentDesk(house, checks)
                .pay(new PaymentDesk.Batch(
                        fundId, "TUITION_REFUND", LINES, LookAtWhatIsOwed.OWED_FEN, PAID_ON, Set.of()));
        FundBalance balance = FundBalance.read(house, fundId);
        checks.money("fund: paid", LookAtWhatIsOwed.OWED_FEN, balance.paidFen());
        checks.money("fund: still owed", 0, balance.payableFen() + balance.inTransitFen());
        checks.money("fund: available", LEFT_FEN, balance.availableFen());
        JsonNode mine = LookAtWhatIsOwed.entitlement(house, cast.worker(Cast.PLAIN_GRADUATE));
        checks.that("a learner's refund", "paid", mine.path("state").asText());
    }
}
