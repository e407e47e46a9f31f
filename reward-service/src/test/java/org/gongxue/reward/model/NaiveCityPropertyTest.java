package org.gongxue.reward.model;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.gongxue.events.reward.EntitlementExpired;
import org.gongxue.events.reward.PaymentConfirmed;
import org.gongxue.events.reward.PaymentLineRevoked;
import org.gongxue.events.reward.QuotaWaitlistServed;
import org.gongxue.events.reward.RecoveryOrdered;
import org.gongxue.events.reward.WaitlistServed;
import org.gongxue.reward.audit.PlayedLog;
import org.gongxue.reward.entitlement.Stage;

/**
 * Whatever people and the service itself do in whatever order, places, money and lines are what a naive ledger makes of it,
 * after every deed (invariants 4 and 5); and the log, decided again, is the same to the byte (invariant 7).
 */
class NaiveCityPropertyTest {

    /** Something somebody does; the numbers choose whom, where and how much. */
    record Deed(Kind kind, int first, int second, int third) {}

    enum Kind {
        CLAIM,
        REFUSED_CLAIM,
        ALLOT,
        APPROPRIATE,
        PROMOTE,
        EXPIRE,
        REST,
        NEXT_YEAR,
        REVOKE,
        JUDGE,
        CANCEL,
        RECOVER,
        RECEIVE,
        DRAFT,
        APPROVE,
        DISCARD,
        BANK_PAYS,
        BANK_RETURNS,
        PAY,
        REVOKE_PAID,
        REVOKE_IN_BATCH
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        var kinds = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(Kind.CLAIM, Kind.CLAIM, Kind.ALLOT)),
                Tuple.of(5, Arbitraries.of(Kind.PAY, Kind.DRAFT, Kind.APPROVE, Kind.PROMOTE, Kind.REVOKE_IN_BATCH)),
                Tuple.of(8, Arbitraries.of(Kind.class)));
        var number = Arbitraries.integers().between(0, 23);
        return Combinators.combine(kinds, number, number, number)
                .as(Deed::new)
                .list()
                .ofMinSize(30)
                .ofMaxSize(90);
    }

    @Property(tries = 100)
    void placesMoneyAndLinesAreThoseOfANaiveLedgerAfterEveryDeedAndAreDecidedAgainAsTheyWere(
            @ForAll("deeds") List<Deed> deeds) throws InterruptedException {
        var work = new CityAtWork();
        var bank = new BankAtWork(work);
        work.allot(0, 2, 1);
        work.allot(2, 3, 1);
        work.allot(3, 2, 1);
        for (var deed : deeds) {
            take(work, bank, deed);
            work.check();
        }
        work.comeToRest();
        work.check();
        PlayedLog.assertDecidedAgain(work.story.log());
        happened(work, PaymentConfirmed.class, 35);
        happened(work, QuotaWaitlistServed.class, 25);
        happened(work, WaitlistServed.class, 20);
        happened(work, RecoveryOrdered.class, 15);
        happened(work, EntitlementExpired.class, 4);
        happened(work, PaymentLineRevoked.class, 2);
    }

    static void take(CityAtWork work, BankAtWork bank, Deed deed) {
        var a = deed.first();
        var b = deed.second();
        var c = deed.third();
        switch (deed.kind()) {
            case CLAIM -> work.claim(a % 6, b % 3, c % 6);
            case REFUSED_CLAIM -> work.refusedClaim(a % 6);
            case ALLOT -> work.allot(a, b % 5, c % 5);
            case APPROPRIATE -> work.appropriate(a, 1 + b % 6);
            case PROMOTE -> work.promote(a, b);
            case EXPIRE -> work.expire(b);
            case REST -> work.comeToRest();
            case NEXT_YEAR -> {
                if (a < 14) {
                    work.nextYear();
                }
            }
            case REVOKE -> work.revoke(a * 24 + b, _ -> true);
            case JUDGE -> work.judge(a * 24 + b, c % 3 > 0);
            case CANCEL -> work.cancel(a * 24 + b);
            case RECOVER -> work.recover(a * 24 + b);
            case RECEIVE -> work.receive(a * 24 + b);
            case DRAFT -> bank.draft(a, b % 4 > 0);
            case APPROVE -> bank.approve();
            case DISCARD -> bank.discard(a);
            case BANK_PAYS -> bank.bank(a, true);
            case BANK_RETURNS -> bank.bank(a, false);
            case PAY -> {
                bank.draft(a, true);
                work.check();
                bank.approve();
                work.check();
                bank.bank(b, true);
            }
            case REVOKE_PAID -> work.revoke(a, claim -> claim.stage == Stage.PAID);
            case REVOKE_IN_BATCH -> work.revoke(a, NaiveClaim::inBatch);
        }
    }

    private static void happened(CityAtWork work, Class<?> event, int percent) {
        Statistics.label(event.getSimpleName())
                .collect(!work.story.all(event, e -> e).isEmpty())
                .coverage(coverage -> coverage.check(true).percentage(p -> p >= percent));
    }
}
