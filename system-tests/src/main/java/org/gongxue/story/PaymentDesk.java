package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a batch is paid: one finance officer draws it up and freezes it, another approves it; the bank sees the exported
 * file and nothing else; its result file is read twice and counts once.
 */
final class PaymentDesk {

    private static final String BATCHES = Paths.REWARD + "batches";

    private final House house;
    private final Checks checks;

    /**
     * What a batch must come to.
     *
     * @param fundId the fund it is drawn on
     * @param purpose the code of the bank's 用途
     * @param lines how many payments
     * @param totalFen their sum
     * @param paidOn the business day on which the bank answers
     * @param closed the card numbers of accounts that are closed
     */
    record Batch(String fundId, String purpose, int lines, long totalFen, LocalDate paidOn, Set<String> closed) {}

    PaymentDesk(House house, Checks checks) {
        this.house = house;
        this.checks = checks;
    }

    /** Pays everything that is payable from the fund, and checks it against what it must come to. */
    void pay(Batch wanted) {
        Person finance = house.as(Staff.FINANCE);
        JsonNode draft = finance.command(BATCHES, Json.object("fundId", wanted.fundId(), "purpose", wanted.purpose()));
        checks.that("lines of the batch", wanted.lines(), draft.path("lines").asInt());
        checks.money(
                "total of the batch", wanted.totalFen(), draft.path("totalFen").asLong());
        String batch = BATCHES + "/" + draft.path("batchId").asText();
        finance.command(batch + "/freeze", Json.object());
        checks.that(
                "batch approved by its maker",
                403,
                finance.attempt(batch + "/approval", Json.object()).status());
        house.as(Staff.SECOND_FINANCE).command(batch + "/approval", Json.object());
        byte[] results =
                letTheBankPay(wanted, finance.download(batch + "/export.xlsx").bytes());
        house.openDay(wanted.paidOn());
        String file = "回盘-" + wanted.paidOn() + ".xlsx";
        int returned = wanted.closed().size();
        JsonNode first = finance.upload(batch + "/results", file, results);
        checks.that(
                "paid, returned, unknown, repeated",
                (wanted.lines() - returned) + ", " + returned + ", 0, 0",
                counts(first));
        JsonNode again = finance.upload(batch + "/results", file, results);
        checks.that("the same file again", "0, 0, 0, " + wanted.lines(), counts(again));
    }

    private byte[] letTheBankPay(Batch wanted, byte[] exported) {
        List<BankSimulator.Instruction> instructions = BankSimulator.read(exported);
        checks.that("payments in the exported file", wanted.lines(), instructions.size());
        checks.money(
                "their sum",
                wanted.totalFen(),
                instructions.stream()
                        .mapToLong(BankSimulator.Instruction::amountFen)
                        .sum());
        return BankSimulator.settle(instructions, wanted.closed(), wanted.paidOn());
    }

    private static String counts(JsonNode receipt) {
        return String.format(
                Locale.ROOT,
                "%d, %d, %d, %d",
                receipt.path("paid").asInt(),
                receipt.path("returned").asInt(),
                receipt.path("unknown").asInt(),
                receipt.path("repeated").asInt());
    }
}
