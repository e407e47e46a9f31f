package org.gongxue.reward.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.gongxue.events.reward.FundShare;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.policy.PolicyDocument;
import org.gongxue.reward.policy.PolicyDocument.FundSelection;
import org.gongxue.reward.policy.PolicyDocument.Payer;

/** Stacked co-funding: whatever the shares, the funds together pay the amount to the fen and none more than its due. */
class SharesPropertyTest {

    @Property
    void theFundsTogetherPayTheAmountAndEachItsShareToLessThanAFen(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long amountFen, @ForAll("payers") List<Payer> payers) {
        var shares = split(amountFen, payers);
        assertThat(shares.stream().mapToLong(FundShare::amountFen).sum()).isEqualTo(amountFen);
        assertThat(shares).allSatisfy(share -> assertThat(share.amountFen()).isPositive());
        for (var payer : payers) {
            var paid = shares.stream()
                    .filter(s -> s.fundId().equals(payer.prefix() + "-2015"))
                    .mapToLong(FundShare::amountFen)
                    .sum();
            var off = BigInteger.valueOf(paid)
                    .multiply(BigInteger.valueOf(payer.in()))
                    .subtract(BigInteger.valueOf(amountFen).multiply(BigInteger.valueOf(payer.of())))
                    .abs();
            assertThat(off).isLessThan(BigInteger.valueOf(payer.in()));
        }
    }

    @Property
    void theFundsStandInThePolicysOrder(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long amountFen, @ForAll("payers") List<Payer> payers) {
        var order = payers.stream().map(p -> p.prefix() + "-2015").toList();
        var named = split(amountFen, payers).stream().map(FundShare::fundId).toList();
        assertThat(named).isEqualTo(order.stream().filter(named::contains).toList());
    }

    @Example
    void theOddFenGoesToTheLargestRemainderAndOfEqualOnesToTheEarlier() {
        assertThat(split(101, List.of(new Payer("a", 60, 100), new Payer("b", 40, 100))))
                .containsExactly(new FundShare("a-2015", 61), new FundShare("b-2015", 40));
        assertThat(split(102, List.of(new Payer("a", 60, 100), new Payer("b", 40, 100))))
                .containsExactly(new FundShare("a-2015", 61), new FundShare("b-2015", 41));
        assertThat(split(101, List.of(new Payer("a", 1, 2), new Payer("b", 1, 2))))
                .containsExactly(new FundShare("a-2015", 51), new FundShare("b-2015", 50));
        assertThat(split(100, List.of(new Payer("a", 1, 6), new Payer("b", 1, 3), new Payer("c", 1, 2))))
                .containsExactly(new FundShare("a-2015", 17), new FundShare("b-2015", 33), new FundShare("c-2015", 50));
    }

    @Example
    void remaindersOfDifferentDenominatorsAreComparedAsFractionsOfAFen() {
        assertThat(split(1, List.of(new Payer("a", 1, 6), new Payer("b", 1, 3), new Payer("c", 1, 2))))
                .containsExactly(new FundShare("c-2015", 1));
    }

    @Example
    void aFundWhoseShareComesToNothingIsNotNamed() {
        assertThat(split(1, List.of(new Payer("a", 40, 100), new Payer("b", 60, 100))))
                .containsExactly(new FundShare("b-2015", 1));
    }

    /** Shares with different denominators that come to the whole: a whole cut at some places, each part reduced. */
    @Provide
    Arbitrary<List<Payer>> payers() {
        return Arbitraries.integers()
                .between(1, 10_000)
                .flatMap(whole -> Arbitraries.integers()
                        .between(1, Math.max(1, whole - 1))
                        .list()
                        .uniqueElements()
                        .ofMinSize(0)
                        .ofMaxSize(Math.min(9, Math.max(0, whole - 1)))
                        .map(cuts -> cut(whole, cuts)));
    }

    private static List<Payer> cut(int whole, List<Integer> cuts) {
        var edges =
                new ArrayList<>(cuts.stream().filter(c -> c < whole).sorted().toList());
        edges.addFirst(0);
        edges.add(whole);
        return IntStream.range(1, edges.size())
                .mapToObj(i -> {
                    var part = edges.get(i) - edges.get(i - 1);
                    var divisor = BigInteger.valueOf(part)
                            .gcd(BigInteger.valueOf(whole))
                            .intValueExact();
                    return new Payer("f" + i, part / divisor, whole / divisor);
                })
                .toList();
    }

    /** As an assessment divides it: the amount stands in a table. */
    private static List<FundShare> split(long amountFen, List<Payer> payers) {
        var half = RewardStory.policy(RewardStory.halfTuition());
        var amount = new PolicyDocument.Amount.Table(
                List.of("graduation.level"),
                List.of(new PolicyDocument.Amount.Row(List.of("BACHELOR"), amountFen)),
                "x");
        var policy = new PolicyDocument(
                half.policyId(),
                1,
                half.name(),
                half.assessor(),
                half.source(),
                half.businessKeys(),
                half.validity(),
                List.of(),
                List.of(),
                amount,
                null,
                new FundSelection("graduation.awardedOn", payers),
                half.shortfall(),
                half.approval());
        Map<String, FactValue> facts = Map.of(
                "graduation.level", new FactValue.Text("BACHELOR"),
                "graduation.awardedOn", new FactValue.Day(LocalDate.of(2015, 3, 1)));
        return ((Assessment.Owed) Assessors.assess(policy, facts)).shares();
    }
}
