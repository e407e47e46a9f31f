package org.gongxue.reward.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.LedgerAccount;

/**
 * A fund's balances as of an index, in fen.
 *
 * @param index the last event that counts
 * @param balances by account; one without entries is 0
 */
public record FundMoment(long index, Map<LedgerAccount, Long> balances) {

    public FundMoment {
        balances = new TreeMap<>(balances);
    }

    /** The fund some entries later. */
    public FundMoment after(List<JournalEntryPosted> entries, long lastIndex) {
        var sums = new TreeMap<>(balances);
        entries.stream()
                .flatMap(entry -> entry.postings().stream())
                .forEach(posting -> sums.merge(posting.account(), posting.amountFen(), Math::addExact));
        return new FundMoment(lastIndex, sums);
    }
}
