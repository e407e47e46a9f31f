package org.gongxue.reward.audit;

import java.util.EnumMap;
import java.util.Map;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.reward.ledger.FundState;

/**
 * A fund as of an effective date: the sum of what each event changed that had happened by then. An event that was
 * recorded late counts on the day it happened, so these sums follow no order of the log and need none.
 */
final class EffectiveFund {

    private final Map<LedgerAccount, Long> balances = new EnumMap<>(LedgerAccount.class);
    private long returnedFen;

    void add(FundState before, FundState after) {
        for (var account : LedgerAccount.values()) {
            var change = after.balance(account) - before.balance(account);
            if (change != 0) {
                balances.merge(account, change, Math::addExact);
            }
        }
        returnedFen += after.returnedFen() - before.returnedFen();
    }

    FundLine line(FundState fund) {
        return FundLine.of(fund, balances, returnedFen);
    }
}
