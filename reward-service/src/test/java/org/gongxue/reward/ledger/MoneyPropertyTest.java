package org.gongxue.reward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.reward.EntitlementApproved;
import org.gongxue.events.reward.EntitlementCancelled;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.EntitlementWaitlisted;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.PaymentConfirmed;
import org.gongxue.events.reward.PaymentDrafted;
import org.gongxue.events.reward.PaymentReturned;
import org.gongxue.events.reward.Posting;
import org.gongxue.events.reward.RecoveryOrdered;
import org.gongxue.events.reward.RecoveryReceived;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.fund.FundCommand.PromoteWaitlisted;
import org.gongxue.reward.payment.PaymentCommand.ApproveBatch;
import org.gongxue.reward.payment.PaymentCommand.BatchAnswer;
import org.gongxue.reward.payment.PaymentCommand.DiscardBatch;
import org.gongxue.reward.payment.PaymentCommand.ExtendBatch;
import org.gongxue.reward.payment.PaymentCommand.FreezeBatch;
import org.gongxue.reward.payment.PaymentCommand.OpenBatch;
import org.gongxue.reward.payment.PaymentCommand.ResultRow;
import org.gongxue.reward.payment.PaymentCommand.SettleResults;
import org.gongxue.reward.recovery.RecoveryCommand.CancelEntitlement;
import org.gongxue.reward.recovery.RecoveryCommand.OrderRecovery;
import org.gongxue.reward.recovery.RecoveryCommand.ReceiveRecovery;

/** Whatever people do in whatever order, the books hold (invariants 4 and 5), reckoned here a second, naive way. */
class MoneyPropertyTest {

    private static final String FUND = RewardStory.TUITION_FUND;

    /** Something somebody does; the number chooses whom or how much. */
    record Step(Kind kind, int number) {}

    enum Kind {
        GRADUATE,
        GRADUATE_AGAIN,
        APPROPRIATE,
        PROMOTE,
        DRAFT,
        APPROVE,
        DISCARD,
        CONFIRM,
        RETURN,
        NEW_CARD,
        CANCEL,
        RECOVER,
        RECEIVE
    }

    @Provide
    Arbitrary<List<Step>> days() {
        var usual = Arbitraries.of(Kind.GRADUATE, Kind.DRAFT, Kind.APPROVE, Kind.CONFIRM);
        var kinds = Arbitraries.oneOf(usual, Arbitraries.of(Kind.class));
        var numbers = Arbitraries.integers().between(1, 12);
        return Combinators.combine(kinds, numbers)
                .as(Step::new)
                .list()
                .ofMinSize(30)
                .ofMaxSize(70);
    }

    @Property(tries = 60)
    void everyEntrySumsToZeroNothingGoesBelowZeroAndNobodyIsPaidTwice(@ForAll("days") List<Step> steps) {
        var day = new Day();
        steps.forEach(day::take);
        checkBooks(day.story);
        Statistics.label("somebody was paid")
                .collect(day.story.events().stream().anyMatch(r -> r.event() instanceof PaymentConfirmed))
                .coverage(coverage -> coverage.check(true).percentage(p -> p > 40));
        Statistics.label("somebody stood in line")
                .collect(day.story.events().stream().anyMatch(r -> r.event() instanceof EntitlementWaitlisted))
                .coverage(coverage -> coverage.check(true).percentage(p -> p > 40));
    }

    private static void checkBooks(DomainFixture<RewardCommand> story) {
        Map<LedgerAccount, Long> balances = new EnumMap<>(LedgerAccount.class);
        Map<String, Long> netPaid = new HashMap<>();
        Map<String, Long> approved = new HashMap<>();
        for (var recorded : story.events()) {
            switch (recorded.event()) {
                case JournalEntryPosted entry -> {
                    assertThat(entry.postings().stream()
                                    .mapToLong(Posting::amountFen)
                                    .sum())
                            .isZero();
                    entry.postings().forEach(p -> balances.merge(p.account(), p.amountFen(), Long::sum));
                    balances.forEach((account, fen) -> {
                        if (account != LedgerAccount.EXTERNAL) {
                            assertThat(fen).as("%s after %s", account, entry).isNotNegative();
                        }
                    });
                }
                case EntitlementApproved e ->
                    assertThat(approved.put(e.entitlementId(), e.amountFen()))
                            .as("approved once")
                            .isNull();
                case PaymentConfirmed e -> netPaid.merge(e.entitlementId(), e.amountFen(), Long::sum);
                case PaymentReturned e -> netPaid.computeIfPresent(e.entitlementId(), (_, fen) -> 0L);
                case EntitlementCancelled e -> approved.remove(e.entitlementId());
                case RecoveryOrdered e -> netPaid.put(e.entitlementId(), 0L);
                case RecoveryReceived e -> approved.remove(e.entitlementId());
                default -> {}
            }
        }
        netPaid.forEach((id, fen) -> assertThat(fen).isIn(0L, approved.get(id)));
        assertThat(balances.getOrDefault(LedgerAccount.EXTERNAL, 0L)
                        + balances.getOrDefault(LedgerAccount.AVAILABLE, 0L))
                .isEqualTo(-owed(balances));
        assertThat(balances.getOrDefault(LedgerAccount.PAID, 0L))
                .isEqualTo(netPaid.values().stream().mapToLong(Long::longValue).sum());
        assertThat(owed(balances))
                .isEqualTo(approved.values().stream().mapToLong(Long::longValue).sum());
        for (var account : LedgerAccount.values()) {
            assertThat(story.state(Ledger.FUND, FUND).balance(account)).isEqualTo(balances.getOrDefault(account, 0L));
        }
    }

    private static long owed(Map<LedgerAccount, Long> balances) {
        return balances.getOrDefault(LedgerAccount.PAYABLE, 0L)
                + balances.getOrDefault(LedgerAccount.IN_TRANSIT, 0L)
                + balances.getOrDefault(LedgerAccount.PAID, 0L)
                + balances.getOrDefault(LedgerAccount.RECEIVABLE, 0L);
    }

    /** The people of the story at work; refusals are theirs to live with. */
    private static final class Day {
        private final DomainFixture<RewardCommand> story =
                RewardStory.fund(RewardStory.withTuitionRefund(), FUND, 2017, 3_000);
        private final List<String> batches = new ArrayList<>();
        private int learners;
        private int documents = 1;

        void take(Step step) {
            var n = Integer.toString(step.number());
            switch (step.kind()) {
                case GRADUATE -> RewardStory.graduates(story, Integer.toString(++learners), 100L * step.number());
                case GRADUATE_AGAIN -> {
                    if (step.number() <= learners) {
                        story.givenReceived("enrollment", "enrollment/" + n, RewardStory.graduated(n));
                    }
                }
                case APPROPRIATE -> RewardStory.money(story, FUND, ++documents, 100L * step.number());
                case PROMOTE -> attempt(new PromoteWaitlisted(FUND, waiting()));
                case DRAFT -> draft(step.number());
                case APPROVE -> {
                    story.by(RewardStory.CHECKER);
                    batches.forEach(batch -> attempt(new ApproveBatch(batch, null, null)));
                    story.by(RewardStory.MAKER);
                }
                case DISCARD -> {
                    if (!batches.isEmpty()) {
                        attempt(new DiscardBatch(batch(step), "x"));
                    }
                }
                case CONFIRM -> settle(step, null);
                case RETURN -> settle(step, "CLOSED");
                case CANCEL -> someone(step).ifPresent(id -> attempt(new CancelEntitlement(id, "WHY")));
                case RECOVER -> someone(step).ifPresent(id -> attempt(new OrderRecovery(id, "WHY")));
                case RECEIVE -> {
                    story.by(RewardStory.CHECKER);
                    someone(step).ifPresent(id -> attempt(new ReceiveRecovery(id, "BANK", RewardStory.TODAY)));
                    story.by(RewardStory.MAKER);
                }
                case NEW_CARD -> story.givenReceived("enrollment", "learner/" + n, RewardStory.card(n, 9));
            }
        }

        /** Somebody tries; to be refused is no harm, a bug is. */
        private void attempt(RewardCommand command) {
            story.when(command).thenDecided();
        }

        private Optional<String> someone(Step step) {
            var all = ids(EntitlementOpened.class, EntitlementOpened::entitlementId);
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(step.number() % all.size()));
        }

        private void draft(int number) {
            var batch = story.when(new OpenBatch(FUND, "x"))
                    .answer(BatchAnswer.class)
                    .batchId();
            batches.add(batch);
            attempt(new ExtendBatch(batch, ids(EntitlementOpened.class, EntitlementOpened::entitlementId), number > 6));
            attempt(new FreezeBatch(batch));
        }

        private String batch(Step step) {
            return batches.get(step.number() % batches.size());
        }

        /** The bank says the same of every second line of every batch, whatever it said before. */
        private void settle(Step step, String failure) {
            var rows = story.events().stream()
                    .map(Recorded::event)
                    .filter(PaymentDrafted.class::isInstance)
                    .map(PaymentDrafted.class::cast)
                    .filter(d -> d.line() % 2 == step.number() % 2)
                    .map(d -> new ResultRow(
                            d.entitlementId(),
                            d.paymentNumber(),
                            failure,
                            "ref",
                            BusinessCalendar.noon(RewardStory.TODAY)))
                    .toList();
            batches.forEach(batch -> attempt(new SettleResults(batch, rows)));
        }

        private List<String> waiting() {
            var served = story.state(Ledger.FUND, FUND).waitlistServed();
            return ids(EntitlementWaitlisted.class, EntitlementWaitlisted::entitlementId).stream()
                    .skip(served)
                    .toList();
        }

        private <E> List<String> ids(Class<E> type, Function<E, String> id) {
            return story.events().stream()
                    .map(Recorded::event)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .map(id)
                    .toList();
        }
    }
}
