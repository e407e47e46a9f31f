package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/**
 * Act 6: March 2018. One finance officer draws the batch up and freezes it, another approves it; the bank sees the
 * exported file and nothing else; its result file is read twice and counts once.
 */
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
        house.openDay(DRAWN_UP_ON);
        var finance = house.as(Staff.FINANCE);
        JsonNode draft = finance.command(
                Paths.REWARD + "batches",
                Json.object("fundId", SetRulesAndMoney.FUND.id(), "purpose", "TUITION_REFUND"));
        checks.that("lines of the batch", LINES, draft.path("lines").asInt());
        checks.money(
                "total of the batch",
                LookAtWhatIsOwed.OWED_FEN,
                draft.path("totalFen").asLong());
        String batch = Paths.REWARD + "batches/" + draft.path("batchId").asText();
        finance.command(batch + "/freeze", Json.object());
        checks.that(
                "batch approved by its maker",
                403,
                finance.attempt(batch + "/approval", Json.object()).status());
        house.as(Staff.SECOND_FINANCE).command(batch + "/approval", Json.object());
        byte[] results = pay(finance.download(batch + "/export.xlsx").bytes());
        house.openDay(PAID_ON);
        JsonNode first = finance.upload(batch + "/results", "回盘-2018-03-16.xlsx", results);
        checks.that("paid, returned, unknown, repeated", "297, 0, 0, 0", counts(first));
        JsonNode again = finance.upload(batch + "/results", "回盘-2018-03-16.xlsx", results);
        checks.that("the same file again", "0, 0, 0, 297", counts(again));
        checkBooks();
    }

    private byte[] pay(byte[] exported) {
        List<BankSimulator.Instruction> instructions = BankSimulator.read(exported);
        checks.that("payments in the exported file", LINES, instructions.size());
        checks.money(
                "their sum",
                LookAtWhatIsOwed.OWED_FEN,
                instructions.stream()
                        .mapToLong(BankSimulator.Instruction::amountFen)
                        .sum());
        return BankSimulator.payAll(instructions, PAID_ON);
    }

    private static String counts(JsonNode receipt) {
        return receipt.path("paid").asInt() + ", " + receipt.path("returned").asInt() + ", "
                + receipt.path("unknown").asInt() + ", "
                + receipt.path("repeated").asInt();
    }

    private void checkBooks() {
        FundBalance balance = FundBalance.read(house, SetRulesAndMoney.FUND.id());
        checks.money("fund: paid", LookAtWhatIsOwed.OWED_FEN, balance.paidFen());
        checks.money("fund: still owed", 0, balance.payableFen() + balance.inTransitFen());
        checks.money("fund: available", LEFT_FEN, balance.availableFen());
        JsonNode mine = LookAtWhatIsOwed.entitlement(house, cast.worker(Cast.PLAIN_GRADUATE));
        checks.that("a learner's refund", "paid", mine.path("state").asText());
    }
}
