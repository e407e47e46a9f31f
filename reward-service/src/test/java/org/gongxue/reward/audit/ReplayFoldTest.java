package org.gongxue.reward.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.eventlog.Envelope;
import org.gongxue.events.reward.EntitlementApproved;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.events.reward.FundOpened;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.PaymentBatchApproved;
import org.gongxue.events.reward.PaymentConfirmed;
import org.junit.jupiter.api.Test;

class ReplayFoldTest {

    private static final PlayedLog LOG = PlayedLog.paidReturnedAndOwed();

    @Test
    void aTopicThatHoldsTheWholeLogIsIdenticalWithTheLiveLedger() {
        var result = LOG.replay(null);

        assertThat(result.differences()).isEmpty();
        assertThat(result.gaps()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.IDENTICAL);
        assertThat(result.netPaidFen()).isEqualTo(800_000);
        assertThat(result.owedFen()).isEqualTo(1_600_000);
        assertThat(result.confirmedPayments()).isEqualTo(1);
        assertThat(result.funds()).singleElement().satisfies(fund -> {
            assertThat(fund.appropriatedFen()).isEqualTo(3_000_000);
            assertThat(fund.returnedFen()).isEqualTo(800_000);
            assertThat(fund.availableFen()).isEqualTo(600_000);
        });
    }

    @Test
    void anAmountThatWasChangedWithItsLeafShowsInTheLedgerAndNamesTheEvent() {
        var index = LOG.indexOf(JournalEntryPosted.class);
        var result = LOG.changed(index, e -> PlayedLog.retold(e, "3000000", "3000001"))
                .replay(null);

        assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(result.differences())
                .contains(new Difference("fund/tuition-2017 appropriatedFen", lastOfTheFund(), "3000000", "3000001"));
    }

    @Test
    void anEntitlementWhoseAmountWasChangedIsNamedWithItsLastEvent() {
        var index = LOG.indexOf(EntitlementAssessed.class);
        var result = LOG.changed(index, e -> PlayedLog.retold(e, "\"amountFen\":800000", "\"amountFen\":700000"))
                .replay(null);

        assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(result.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.what()).startsWith("entitlement/").endsWith(" amountFen");
            assertThat(difference.live()).isEqualTo("800000");
            assertThat(difference.replayed()).isEqualTo("700000");
        });
    }

    @Test
    void anEntryThatNoLongerSumsToZeroStopsTheFundAtItsIndex() {
        var index = LOG.indexOf(JournalEntryPosted.class);
        var result = LOG.changed(index, e -> PlayedLog.retold(e, "\"amountFen\":3000000", "\"amountFen\":3000001"))
                .replay(null);

        assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(result.differences()).anySatisfy(difference -> {
            assertThat(difference.index()).isEqualTo(index);
            assertThat(difference.what()).isEqualTo("fund/tuition-2017 cannot go on");
            assertThat(difference.replayed()).contains("does not sum to zero");
        });
    }

    @Test
    void aFlippedByteIsNamedWithItsIndexEvenWhereNothingIsFolded() {
        var index = 1;
        var result = LOG.changed(index, PlayedLog::withAFlippedBit).replay(null);

        assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(result.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.what()).isEqualTo("event 1 leaf");
            assertThat(difference.index()).isEqualTo(1);
            assertThat(difference.live()).isNotEqualTo(difference.replayed());
        });
    }

    @Test
    void aMissingEventMakesTheVerdictIncompleteAndNamesTheRange() {
        var index = LOG.indexOf(FundOpened.class) - 2;
        var result = LOG.without(index).without(index + 1).replay(null);

        assertThat(result.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(result.missingEvents()).isEqualTo(2);
        assertThat(result.gaps()).containsExactly(new IndexRange(index, index + 1));
    }

    @Test
    void incompleteWinsAndWhatDiffersIsListedAllTheSame() {
        var index = LOG.indexOf(PaymentConfirmed.class);
        var result = LOG.without(index).replay(null);

        assertThat(result.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(result.gaps()).containsExactly(new IndexRange(index, index));
        assertThat(result.differences()).anySatisfy(difference -> {
            assertThat(difference.what()).endsWith(" state");
            assertThat(difference.live()).isEqualTo("paid");
            assertThat(difference.replayed()).isEqualTo("in-payment");
        });
    }

    @Test
    void aMissingTailIsARangeThatReachesTheIndexOfTheLiveValues() {
        var last = LOG.lastIndex();
        var result = LOG.without(last).without(last - 1).without(last - 2).replay(null);

        assertThat(result.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(result.gaps()).containsExactly(new IndexRange(last - 2, last));
    }

    @Test
    void anEventMissingInTheMiddleOfAStreamStopsThatStreamThere() {
        var index = LOG.indexOf(EntitlementAssessed.class);
        var approved = LOG.indexOf(EntitlementApproved.class);
        var result = LOG.without(index).replay(null);

        assertThat(result.differences()).anySatisfy(difference -> {
            assertThat(difference.what()).endsWith(" cannot go on");
            assertThat(difference.index()).isEqualTo(approved);
        });
    }

    @Test
    void aBatchThatWasNeverApprovedLeavesItsPaymentsOutOfTheBanksHands() {
        var index = LOG.indexOf(PaymentBatchApproved.class);
        var paid = LOG.indexOf(PaymentConfirmed.class);
        var result = LOG.without(index).without(paid).replay(null);

        assertThat(result.differences())
                .anySatisfy(difference -> assertThat(difference.replayed()).isEqualTo("approved"));
    }

    @Test
    void asOfADateOnlyWhatHadHappenedByItsEndInShanghaiCounts() {
        var endOfDay = Instant.parse("2018-03-14T15:59:59.999999Z");
        var confirmed = LOG.indexOf(PaymentConfirmed.class);
        var atTheEnd = LOG.changed(confirmed, e -> PlayedLog.at(e, endOfDay));
        var afterwards = LOG.changed(confirmed, e -> PlayedLog.at(e, endOfDay.plusNanos(1_000)));
        var day = LocalDate.of(2018, 3, 14);

        assertThat(atTheEnd.replay(day).confirmedPayments()).isEqualTo(1);
        assertThat(afterwards.replay(day).confirmedPayments()).isZero();
        assertThat(afterwards.replay(day).verdict()).isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void asOfADateReportsBalancesOfThatDayAndStillComparesTheWhole() {
        var log = LOG;
        for (var entry : journalEntries().subList(0, 3)) {
            log = log.changed(entry, e -> PlayedLog.at(e, Instant.parse("2017-11-10T04:00:00Z")));
        }
        log = log.changed(log.indexOf(FundOpened.class), e -> PlayedLog.at(e, Instant.parse("2017-01-02T04:00:00Z")));

        var result = log.replay(LocalDate.of(2017, 12, 31));

        assertThat(result.verdict()).isEqualTo(Verdict.IDENTICAL);
        assertThat(result.netPaidFen()).isZero();
        assertThat(result.owedFen()).isEqualTo(800_000);
        assertThat(result.confirmedPayments()).isZero();
        assertThat(result.funds()).singleElement().satisfies(fund -> {
            assertThat(fund.appropriatedFen()).isEqualTo(3_000_000);
            assertThat(fund.availableFen()).isEqualTo(2_200_000);
        });
    }

    @Test
    void beforeAFundWasOpenedThereIsNone() {
        var result = LOG.replay(LocalDate.of(2015, 1, 1));

        assertThat(result.funds()).isEmpty();
        assertThat(result.owedFen()).isZero();
        assertThat(result.verdict()).isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void aLiveServiceThatForgotAnEntitlementOrMadeOneUpIsFound() {
        var live = LOG.live();
        var forgotten = new LiveLedger(
                live.index(), live.funds(), List.of(new LiveLedger.LiveEntitlement("E-made-up", "paid", 1)), List.of());

        var result = LOG.compareWith(forgotten);

        assertThat(result.differenceCount()).isEqualTo(4);
        assertThat(result.differences())
                .contains(new Difference("entitlement/E-made-up", 0, "paid", "absent"))
                .filteredOn(d -> d.live().equals("absent"))
                .hasSize(3)
                .allSatisfy(d -> assertThat(d.index()).isPositive());
    }

    private static long lastOfTheFund() {
        return LOG.envelopes().stream()
                .filter(e -> e.stream().kind().equals("fund"))
                .mapToLong(Envelope::index)
                .max()
                .orElseThrow();
    }

    private static List<Long> journalEntries() {
        return LOG.envelopes().stream()
                .filter(e -> e.type().endsWith("journal-entry-posted"))
                .map(Envelope::index)
                .toList();
    }

    @Test
    void asKnownOnADayIsWhatWasRecordedByThenWhateverHadHappened() {
        var day = LocalDate.of(2018, 3, 15);

        assertThat(LOG.replayAsKnownOn(day.minusDays(1)).netPaidFen()).isZero();
        assertThat(LOG.replayAsKnownOn(day.minusDays(1)).confirmedPayments()).isZero();
        assertThat(LOG.replayAsKnownOn(day).netPaidFen()).isEqualTo(800_000);
        assertThat(LOG.replayAsKnownOn(day.minusDays(1)).verdict()).isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void whatWasRecordedLateIsKnownLateThoughItHappenedEarly() {
        var index = LOG.indexOf(PaymentConfirmed.class);
        var late = LOG.changed(index, e -> PlayedLog.at(e, Instant.parse("2018-03-01T04:00:00Z")));

        assertThat(late.replay(LocalDate.of(2018, 3, 2)).confirmedPayments()).isEqualTo(1);
        assertThat(late.replayAsKnownOn(LocalDate.of(2018, 3, 2)).confirmedPayments())
                .isZero();
    }
}
