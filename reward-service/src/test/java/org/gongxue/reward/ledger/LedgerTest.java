package org.gongxue.reward.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gongxue.events.reward.FundOpened;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.JournalReason;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.Posting;
import org.junit.jupiter.api.Test;

/** Invariant 5 is kept by the fold itself, whoever wrote the event. */
class LedgerTest {

    private final FundState fund = Ledger.evolve(FundState.NONE, new FundOpened("f-2017", "f", 2017, "s"));

    @Test
    void anEntryThatDoesNotSumToZeroIsNotFolded() {
        assertThatThrownBy(() -> Ledger.evolve(
                        fund,
                        entry(
                                "f-2017#1",
                                new Posting(LedgerAccount.EXTERNAL, -5),
                                new Posting(LedgerAccount.AVAILABLE, 6))))
                .isInstanceOf(LedgerBrokenException.class)
                .hasMessageContaining("sum to zero");
    }

    @Test
    void noAccountOfOursGoesBelowZero() {
        assertThatThrownBy(() -> Ledger.evolve(
                        fund,
                        entry(
                                "f-2017#1",
                                new Posting(LedgerAccount.AVAILABLE, -5),
                                new Posting(LedgerAccount.HELD, 5))))
                .isInstanceOf(LedgerBrokenException.class)
                .hasMessageContaining("AVAILABLE below zero");
    }

    @Test
    void entriesAreNumberedWithoutAGap() {
        assertThatThrownBy(() -> Ledger.evolve(
                        fund,
                        entry(
                                "f-2017#2",
                                new Posting(LedgerAccount.EXTERNAL, -5),
                                new Posting(LedgerAccount.AVAILABLE, 5))))
                .isInstanceOf(LedgerBrokenException.class);
    }

    private static JournalEntryPosted entry(String id, Posting... postings) {
        return new JournalEntryPosted(
                id, "f-2017", 2017, JournalReason.APPROPRIATION, List.of(postings), "appropriation/1", null, null);
    }
}
