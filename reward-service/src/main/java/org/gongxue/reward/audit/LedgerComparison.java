package org.gongxue.reward.audit;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.entitlement.Standing;
import org.gongxue.reward.ledger.FundState;

/** Holds what was replayed against what the live service says, value by value. */
final class LedgerComparison {

    static final String ABSENT = "absent";

    /** One balance of a fund, by the name it has in the API. */
    private record Balance(String name, ToLongFunction<FundLine> value) {}

    private static final List<Balance> BALANCES = List.of(
            new Balance("appropriatedFen", FundLine::appropriatedFen),
            new Balance("heldFen", FundLine::heldFen),
            new Balance("payableFen", FundLine::payableFen),
            new Balance("inTransitFen", FundLine::inTransitFen),
            new Balance("paidFen", FundLine::paidFen),
            new Balance("returnedFen", FundLine::returnedFen),
            new Balance("receivableFen", FundLine::receivableFen),
            new Balance("availableFen", FundLine::availableFen));

    private LedgerComparison() {}

    static void compareFunds(Tellings<FundState> replayed, LiveLedger live, Findings findings) {
        var told = new HashSet<String>();
        for (var line : live.funds()) {
            told.add(line.fundId());
            var fund = replayed.get(line.fundId());
            if (fund == null || !fund.state().opened()) {
                findings.add(new Difference("fund/" + line.fundId(), 0, "open", ABSENT));
                continue;
            }
            var mine = FundLine.of(
                    fund.state(), fund.state().balances(), fund.state().returnedFen());
            for (var balance : BALANCES) {
                compare(
                        "fund/" + line.fundId() + " " + balance.name(),
                        fund.lastIndex(),
                        Long.toString(balance.value().applyAsLong(line)),
                        Long.toString(balance.value().applyAsLong(mine)),
                        findings);
            }
        }
        replayed.forEach((id, fund) -> {
            if (fund.state().opened() && !told.contains(id)) {
                findings.add(new Difference("fund/" + id, fund.lastIndex(), ABSENT, "open"));
            }
        });
    }

    static void compareEntitlements(
            Tellings<EntitlementState> replayed,
            Function<EntitlementState, Standing> standing,
            LiveLedger live,
            Findings findings) {
        var told = new HashSet<String>();
        for (var entitlement : live.entitlements()) {
            told.add(entitlement.id());
            var what = "entitlement/" + entitlement.id();
            var mine = replayed.get(entitlement.id());
            if (mine == null || mine.state().stage() == Stage.NONE) {
                findings.add(new Difference(what, 0, entitlement.state(), ABSENT));
                continue;
            }
            var state = standing.apply(mine.state()).word();
            compare(what + " state", mine.lastIndex(), entitlement.state(), state, findings);
            compare(
                    what + " amountFen",
                    mine.lastIndex(),
                    Long.toString(entitlement.amountFen()),
                    Long.toString(mine.state().amountFen()),
                    findings);
        }
        replayed.forEach((id, mine) -> {
            if (mine.state().stage() != Stage.NONE && !told.contains(id)) {
                findings.add(new Difference(
                        "entitlement/" + id,
                        mine.lastIndex(),
                        ABSENT,
                        standing.apply(mine.state()).word()));
            }
        });
    }

    static void compare(String what, long index, String live, String replayed, Findings findings) {
        if (!live.equals(replayed)) {
            findings.add(new Difference(what, index, live, replayed));
        }
    }
}
