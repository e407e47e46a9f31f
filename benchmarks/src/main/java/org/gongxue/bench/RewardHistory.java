package org.gongxue.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.Leaf;
import org.gongxue.eventlog.StreamId;
import org.gongxue.events.EventCatalog;
import org.gongxue.events.reward.AmountTerm;
import org.gongxue.events.reward.AssessmentResult;
import org.gongxue.events.reward.Computation;
import org.gongxue.events.reward.ConditionResult;
import org.gongxue.events.reward.EntitlementApproved;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.FundOpened;
import org.gongxue.events.reward.FundShare;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.JournalReason;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.PaymentConfirmed;
import org.gongxue.events.reward.PaymentDrafted;
import org.gongxue.events.reward.Posting;

/**
 * A reward log of any length, made up but valid: entitlements opened, assessed, approved, drafted into batches and paid,
 * every step with its journal entry on one of {@value #FUNDS} funds; eight events each. Nothing of it is kept in memory
 * but the counters.
 */
final class RewardHistory {
    static final String SERVICE = "reward";

    /** Events of one entitlement, on its own stream and on its fund's. */
    static final int EVENTS_EACH = 8;

    private static final int FUNDS = 24;
    private static final int WAVE = 500;
    private static final int CONDITIONS = 3;
    private static final long FEN = 800_000;
    private static final int YEAR = 2017;
    private static final Instant AT = Instant.parse("2018-03-15T04:00:00.123456Z");
    private static final byte[] UNSEALED = {};

    private final int entitlements;
    private final Consumer<Envelope> sink;
    private final Map<Integer, Integer> fundVersions = new HashMap<>();
    private long index;

    private RewardHistory(int entitlements, Consumer<Envelope> sink) {
        this.entitlements = entitlements;
        this.sink = sink;
    }

    /** Gives every event of a history with so many entitlements, in order; how many there were. */
    static long play(int entitlements, Consumer<Envelope> sink) {
        return new RewardHistory(entitlements, sink).play();
    }

    private long play() {
        for (int fund = 0; fund < FUNDS; fund++) {
            onFund(fund, new FundOpened(fund(fund), "样例基金", YEAR, "样例"));
            post(fund, JournalReason.APPROPRIATION, LedgerAccount.EXTERNAL, LedgerAccount.AVAILABLE, appropriated());
        }
        for (int from = 0; from < entitlements; from += WAVE) {
            int to = Math.min(entitlements, from + WAVE);
            IntStream.range(from, to).forEach(this::open);
            IntStream.range(from, to).forEach(this::approve);
            IntStream.range(from, to).forEach(this::pay);
        }
        return index;
    }

    private long appropriated() {
        return FEN * (entitlements / FUNDS + 1);
    }

    private void open(int n) {
        String id = id(n);
        onEntitlement(
                n,
                1,
                new EntitlementOpened(
                        id,
                        "tuition-refund",
                        1,
                        "L-" + n,
                        "enrollment/N-" + n,
                        unit(n),
                        List.of("city", unit(n)),
                        List.of("diploma/" + UUID.nameUUIDFromBytes(id.getBytes(UTF_8))),
                        "enrollment",
                        n + 1));
        List<ConditionResult> conditions = IntStream.range(0, CONDITIONS)
                .mapToObj(c -> new ConditionResult(
                        "condition-" + c, "fact-" + c, "at-least", "80", "80", true, "第 " + c + " 条", List.of()))
                .toList();
        onEntitlement(
                n,
                2,
                new EntitlementAssessed(
                        id,
                        "tuition-refund",
                        1,
                        "v1",
                        AssessmentResult.OWED,
                        conditions,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of(new FundShare(fund(n), FEN)),
                        FEN,
                        new Computation(List.of(new AmountTerm("tuition-paid", FEN)), 1, 1, FEN, null, FEN)));
        post(n, JournalReason.HOLD, LedgerAccount.AVAILABLE, LedgerAccount.HELD, FEN);
    }

    private void approve(int n) {
        onEntitlement(n, 3, new EntitlementApproved(id(n), fund(n), FEN, "tuition-refund"));
        post(n, JournalReason.OBLIGATION, LedgerAccount.HELD, LedgerAccount.PAYABLE, FEN);
    }

    private void pay(int n) {
        String payment = "P-" + id(n) + "-1";
        onEntitlement(n, 4, new PaymentDrafted(id(n), batch(n), n % WAVE, payment, 1, FEN, 1));
        post(n, JournalReason.TRANSFER, LedgerAccount.PAYABLE, LedgerAccount.PAID, FEN);
        var day = LocalDate.of(2018, 3, 15);
        onEntitlement(
                n, 5, new PaymentConfirmed(id(n), batch(n), n % WAVE, payment, 1, FEN, "R-" + (100_000_000 + n), day));
    }

    private static String id(int n) {
        return "E-" + n;
    }

    private static String unit(int n) {
        return "district-" + n % 17;
    }

    private static String batch(int n) {
        return "B-" + n / WAVE;
    }

    private static String fund(int n) {
        return "tuition-" + n % FUNDS + "-" + YEAR;
    }

    private void post(int n, JournalReason reason, LedgerAccount from, LedgerAccount to, long fen) {
        int entry = fundVersions.getOrDefault(n % FUNDS, 0); // the first version opened the fund
        onFund(
                n,
                new JournalEntryPosted(
                        fund(n) + "#" + entry,
                        fund(n),
                        YEAR,
                        reason,
                        List.of(new Posting(from, -fen), new Posting(to, fen)),
                        "entitlement/" + id(n),
                        "tuition-refund",
                        1));
    }

    private void onFund(int n, Object event) {
        give(new StreamId("fund", fund(n)), fundVersions.merge(n % FUNDS, 1, Integer::sum), event);
    }

    private void onEntitlement(int n, int version, Object event) {
        give(new StreamId("entitlement", id(n)), version, event);
    }

    private void give(StreamId stream, int version, Object event) {
        index++;
        byte[] data = EventCatalog.whole().encode(event);
        Envelope unsealed = envelope(stream, version, event, data, UNSEALED);
        sink.accept(envelope(stream, version, event, data, Leaf.of(unsealed)));
    }

    private Envelope envelope(StreamId stream, int version, Object event, byte[] data, byte[] leaf) {
        var entry = EventCatalog.whole().entry(event.getClass());
        var id = new UUID(0x8000, Long.MIN_VALUE | index);
        return new Envelope(
                SERVICE,
                index,
                stream,
                version,
                id,
                entry.wireName(),
                entry.revision(),
                AT,
                AT.plusMillis(index),
                "user:" + index % 20,
                "input:enrollment/" + index,
                "L-" + index / EVENTS_EACH,
                data,
                leaf);
    }

    /** What the live service would say of such a history at its end. */
    static ObjectNode live(int entitlements, long lastIndex) {
        ObjectNode live = JsonNodeFactory.instance.objectNode().put("index", lastIndex);
        var funds = live.putArray("funds");
        long appropriated = FEN * (entitlements / FUNDS + 1);
        for (int fund = 0; fund < FUNDS; fund++) {
            long paid = FEN * (entitlements / FUNDS + (fund < entitlements % FUNDS ? 1 : 0));
            ObjectNode line = funds.addObject()
                    .put("fundId", fund(fund))
                    .put("name", "样例基金")
                    .put("year", YEAR)
                    .put("appropriatedFen", appropriated)
                    .put("paidFen", paid)
                    .put("availableFen", appropriated - paid);
            List.of("heldFen", "payableFen", "inTransitFen", "returnedFen", "receivableFen")
                    .forEach(account -> line.put(account, 0));
        }
        var all = live.putArray("entitlements");
        for (int n = 0; n < entitlements; n++) {
            all.addObject().put("id", id(n)).put("state", "paid").put("amountFen", FEN);
        }
        live.putArray("quotas");
        return live;
    }
}
