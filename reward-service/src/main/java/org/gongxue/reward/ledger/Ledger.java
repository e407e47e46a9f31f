package org.gongxue.reward.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gongxue.eventlog.StreamType;
import org.gongxue.events.reward.AppropriationConfirmed;
import org.gongxue.events.reward.AppropriationProposed;
import org.gongxue.events.reward.AppropriationRejected;
import org.gongxue.events.reward.FundEvent;
import org.gongxue.events.reward.FundOpened;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.JournalReason;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.Posting;
import org.gongxue.events.reward.WaitlistJoined;
import org.gongxue.events.reward.WaitlistServed;

/**
 * How a fund follows from its events. Invariant 5 is asserted here on every event that is folded, whoever made it: an
 * entry sums to zero, and no account but the external one stands below zero.
 */
public final class Ledger {

    /** Funds by id; the id carries the year, as in {@code city-tuition-2017}. */
    public static final StreamType<FundState> FUND =
            StreamType.of("fund", FundState.class, 1, FundState.NONE, Ledger::evolve);

    private Ledger() {}

    /**
     * The fund after one more event.
     *
     * @throws LedgerBrokenException if an entry breaks invariant 5 or an event cannot follow this state
     */
    static FundState evolve(FundState fund, Object event) {
        return switch ((FundEvent) event) {
            case FundOpened e -> {
                require(!fund.opened(), e.fundId(), "is opened twice");
                yield new FundState(
                        true,
                        e.fundId(),
                        e.name(),
                        e.year(),
                        e.source(),
                        Map.of(),
                        0,
                        0,
                        0,
                        List.of(),
                        fund.waitlistLast(),
                        fund.waitlistServed());
            }
            case AppropriationProposed e -> {
                require(e.number() == fund.appropriations() + 1, e.fundId(), "skips an appropriation");
                var open = new ArrayList<>(fund.proposed());
                open.add(e);
                yield fund.withAppropriations(e.number(), open);
            }
            case AppropriationConfirmed e -> settle(fund, e.number());
            case AppropriationRejected e -> settle(fund, e.number());
            case JournalEntryPosted e -> post(fund, e);
            case WaitlistJoined e -> {
                require(e.position() == fund.waitlistLast() + 1, e.fundId(), "skips a position in the line");
                yield fund.withWaitlist(e.position(), fund.waitlistServed());
            }
            case WaitlistServed e -> {
                require(
                        e.throughPosition() > fund.waitlistServed() && e.throughPosition() <= fund.waitlistLast(),
                        e.fundId(),
                        "serves positions that nobody holds");
                yield fund.withWaitlist(fund.waitlistLast(), e.throughPosition());
            }
        };
    }

    private static FundState settle(FundState fund, int number) {
        return fund.withAppropriations(
                fund.appropriations(),
                fund.proposed().stream().filter(p -> p.number() != number).toList());
    }

    /** Asserts that an entry is whole: at least two postings, none of nothing, together zero. */
    static void assertZeroSum(JournalEntryPosted entry) {
        var sum = entry.postings().stream().mapToLong(Posting::amountFen).reduce(0, Math::addExact);
        require(
                sum == 0
                        && entry.postings().size() >= 2
                        && entry.postings().stream().allMatch(p -> p.amountFen() != 0),
                entry.entryId(),
                "does not sum to zero");
    }

    private static FundState post(FundState fund, JournalEntryPosted entry) {
        require(fund.opened() && entry.fundId().equals(fund.fundId()), entry.entryId(), "is on another fund");
        require(entry.year() == fund.year(), entry.entryId(), "is of another year");
        require(entry.entryId().equals(entryId(fund)), entry.entryId(), "skips an entry number");
        assertZeroSum(entry);
        var balances = new EnumMap<LedgerAccount, Long>(LedgerAccount.class);
        balances.putAll(fund.balances());
        for (var posting : entry.postings()) {
            balances.merge(posting.account(), posting.amountFen(), Math::addExact);
        }
        balances.forEach((account, fen) -> require(
                fen >= 0 || account == LedgerAccount.EXTERNAL, entry.entryId(), "takes " + account + " below zero"));
        var returned = entry.reason() == JournalReason.RETURN
                ? fund.returnedFen() + amountInto(entry, LedgerAccount.PAYABLE)
                : fund.returnedFen();
        return fund.withBalances(balances, returned);
    }

    /** The id of the next entry of a fund. */
    static String entryId(FundState fund) {
        return fund.fundId() + "#" + (fund.entries() + 1);
    }

    private static long amountInto(JournalEntryPosted entry, LedgerAccount account) {
        return entry.postings().stream()
                .filter(p -> p.account() == account)
                .mapToLong(Posting::amountFen)
                .sum();
    }

    private static void require(boolean holds, String what, String fault) {
        if (!holds) {
            throw new LedgerBrokenException(what + " " + fault);
        }
    }
}
