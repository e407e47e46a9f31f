package org.gongxue.reward.audit;

import java.util.Map;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.reward.ledger.FundState;

/**
 * One fund as a replay found it, in fen.
 *
 * @param appropriatedFen 拨款, confirmed
 * @param heldFen 占用
 * @param payableFen 应付
 * @param inTransitFen 在途
 * @param paidFen 已付, net of what came back
 * @param returnedFen 退票, cumulated
 * @param receivableFen 应收
 * @param availableFen 结余
 */
public record FundLine(
        String fundId,
        String name,
        int year,
        long appropriatedFen,
        long heldFen,
        long payableFen,
        long inTransitFen,
        long paidFen,
        long returnedFen,
        long receivableFen,
        long availableFen) {

    static FundLine of(FundState fund, Map<LedgerAccount, Long> balances, long returnedFen) {
        return new FundLine(
                fund.fundId(),
                fund.name(),
                fund.year(),
                -balances.getOrDefault(LedgerAccount.EXTERNAL, 0L),
                balances.getOrDefault(LedgerAccount.HELD, 0L),
                balances.getOrDefault(LedgerAccount.PAYABLE, 0L),
                balances.getOrDefault(LedgerAccount.IN_TRANSIT, 0L),
                balances.getOrDefault(LedgerAccount.PAID, 0L),
                returnedFen,
                balances.getOrDefault(LedgerAccount.RECEIVABLE, 0L),
                balances.getOrDefault(LedgerAccount.AVAILABLE, 0L));
    }

    /** What is owed and has not reached the learner: payable or on its way. */
    public long owedFen() {
        return Math.addExact(payableFen, inTransitFen);
    }
}
