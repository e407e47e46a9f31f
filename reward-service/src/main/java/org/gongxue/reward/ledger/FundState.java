package org.gongxue.reward.ledger;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gongxue.events.reward.AppropriationProposed;
import org.gongxue.events.reward.LedgerAccount;

/**
 * One fund of one year: its balances and its line of waiting entitlements, who may wait before it is opened.
 *
 * @param opened whether the fund exists
 * @param balances fen per account; an account without entries is absent
 * @param returnedFen what the bank sent back, cumulated
 * @param entries journal entries so far
 * @param appropriations appropriations proposed so far
 * @param proposed those that nobody confirmed yet
 * @param waitlistLast the last position given in the line
 * @param waitlistServed the last position that was served or had left; equal to {@code waitlistLast} when nobody waits
 */
public record FundState(
        boolean opened,
        String fundId,
        String name,
        int year,
        String source,
        Map<LedgerAccount, Long> balances,
        long returnedFen,
        int entries,
        int appropriations,
        List<AppropriationProposed> proposed,
        int waitlistLast,
        int waitlistServed) {

    static final FundState NONE = new FundState(false, "", "", 0, "", Map.of(), 0, 0, 0, List.of(), 0, 0);

    public FundState {
        var ordered = new EnumMap<LedgerAccount, Long>(LedgerAccount.class);
        ordered.putAll(balances);
        balances = Collections.unmodifiableMap(ordered);
        proposed = List.copyOf(proposed);
    }

    /** The balance of an account in fen. */
    public long balance(LedgerAccount account) {
        return balances.getOrDefault(account, 0L);
    }

    /** Everything ever appropriated and confirmed, in fen. */
    public long appropriatedFen() {
        return -balance(LedgerAccount.EXTERNAL);
    }

    /** Whether entitlements wait for money. */
    public boolean hasWaiting() {
        return waitlistServed < waitlistLast;
    }

    FundState withBalances(Map<LedgerAccount, Long> after, long returnedAfterFen) {
        return new FundState(
                opened,
                fundId,
                name,
                year,
                source,
                after,
                returnedAfterFen,
                entries + 1,
                appropriations,
                proposed,
                waitlistLast,
                waitlistServed);
    }

    FundState withAppropriations(int count, List<AppropriationProposed> open) {
        return new FundState(
                opened,
                fundId,
                name,
                year,
                source,
                balances,
                returnedFen,
                entries,
                count,
                open,
                waitlistLast,
                waitlistServed);
    }

    FundState withWaitlist(int last, int served) {
        return new FundState(
                opened,
                fundId,
                name,
                year,
                source,
                balances,
                returnedFen,
                entries,
                appropriations,
                proposed,
                last,
                served);
    }
}
