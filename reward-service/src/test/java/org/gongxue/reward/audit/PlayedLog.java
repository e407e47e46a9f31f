package org.gongxue.reward.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.Leaf;
import org.gongxue.eventlog.LogCodec;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.kit.boot.CatalogCodec;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardDomain;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.audit.LiveLedger.LiveEntitlement;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Standing;
import org.gongxue.reward.ledger.Ledger;
import org.gongxue.reward.payment.BatchStage;
import org.gongxue.reward.payment.Batches;
import org.gongxue.reward.payment.PaymentCommand.ApproveBatch;
import org.gongxue.reward.payment.PaymentCommand.BatchAnswer;
import org.gongxue.reward.payment.PaymentCommand.ExtendBatch;
import org.gongxue.reward.payment.PaymentCommand.FreezeBatch;
import org.gongxue.reward.payment.PaymentCommand.OpenBatch;
import org.gongxue.reward.payment.PaymentCommand.ResultRow;
import org.gongxue.reward.payment.PaymentCommand.SettleResults;

/** A log that the reward ledger itself decided, as it lies in the partitions of a topic, and what the live heads say. */
public final class PlayedLog {

    static final int PARTITIONS = 4;

    private final DomainFixture<RewardCommand> story;
    private final List<Envelope> envelopes;

    private PlayedLog(DomainFixture<RewardCommand> story, List<Envelope> envelopes) {
        this.story = story;
        this.envelopes = envelopes;
    }

    /** Three graduates: one paid, one returned by the bank, one owed and in no batch. All amounts are 8,000 yuan. */
    public static PlayedLog paidReturnedAndOwed() {
        var story = RewardStory.fund(RewardStory.withTuitionRefund(), RewardStory.TUITION_FUND, 2017, 3_000_000);
        RewardStory.graduates(story, "1", 800_000);
        RewardStory.graduates(story, "2", 800_000);
        var owed = entitlements(story);
        var batch = batch(story, owed);
        story.by(RewardStory.MAKER)
                .givenCommands(new SettleResults(
                        batch,
                        List.of(row(story, owed.getFirst(), null), row(story, owed.getLast(), "ACCOUNT_CLOSED"))));
        RewardStory.graduates(story, "3", 800_000);
        return new PlayedLog(
                story, story.events().stream().map(Recorded::envelope).toList());
    }

    private static String batch(DomainFixture<RewardCommand> story, List<String> entitlementIds) {
        var batch = story.by(RewardStory.MAKER)
                .when(new OpenBatch(RewardStory.TUITION_FUND, "学费"))
                .answer(BatchAnswer.class)
                .batchId();
        story.givenCommands(new ExtendBatch(batch, entitlementIds, false), new FreezeBatch(batch))
                .by(RewardStory.CHECKER)
                .givenCommands(new ApproveBatch(batch, null, null));
        return batch;
    }

    private static ResultRow row(DomainFixture<RewardCommand> story, String entitlementId, String failureCode) {
        var attempt = story.state(Entitlements.ENTITLEMENT, entitlementId).attempt();
        return new ResultRow(
                entitlementId,
                attempt.paymentNumber(),
                failureCode,
                "B1",
                RewardStory.TODAY.atTime(12, 0).toInstant(java.time.ZoneOffset.ofHours(8)));
    }

    private static List<String> entitlements(DomainFixture<RewardCommand> story) {
        var ids = new TreeSet<String>();
        story.events().stream()
                .filter(e -> e.stream().kind().equals("entitlement"))
                .forEach(e -> ids.add(e.stream().id()));
        return List.copyOf(ids);
    }

    public long lastIndex() {
        return story.events().size();
    }

    public List<Envelope> envelopes() {
        return envelopes;
    }

    /** The index of the first event of a record type, in the log as it was decided. */
    long indexOf(Class<?> event) {
        return story.events().stream()
                .filter(e -> event.isInstance(e.event()))
                .mapToLong(Recorded::index)
                .findFirst()
                .orElseThrow();
    }

    /** The same log with one event missing from the topic. */
    public PlayedLog without(long index) {
        return new PlayedLog(
                story, envelopes.stream().filter(e -> e.index() != index).toList());
    }

    /** The same log with one event changed in the topic. */
    public PlayedLog changed(long index, UnaryOperator<Envelope> change) {
        return new PlayedLog(
                story,
                envelopes.stream()
                        .map(e -> e.index() == index ? change.apply(e) : e)
                        .toList());
    }

    /** An event with other data, and the leaf that goes with it: a lie well told. */
    static Envelope retold(Envelope e, String was, String is) {
        var data = new String(e.data(), StandardCharsets.UTF_8);
        if (!data.contains(was)) {
            throw new AssertionError(data + " does not hold " + was);
        }
        var unsealed = with(e, data.replace(was, is).getBytes(StandardCharsets.UTF_8), e.occurredAt(), e.leaf());
        return with(unsealed, unsealed.data(), unsealed.occurredAt(), Leaf.of(unsealed));
    }

    /** An event that happened at another time. */
    static Envelope at(Envelope e, Instant occurredAt) {
        var unsealed = with(e, e.data(), occurredAt, e.leaf());
        return with(unsealed, unsealed.data(), occurredAt, Leaf.of(unsealed));
    }

    public static Envelope with(Envelope e, byte[] data, Instant occurredAt, byte[] leaf) {
        return new Envelope(
                e.service(),
                e.index(),
                e.stream(),
                e.version(),
                e.id(),
                e.type(),
                e.revision(),
                occurredAt,
                e.recordedAt(),
                e.actor(),
                e.cause(),
                e.correlation(),
                data,
                leaf);
    }

    /** An event with one bit of its data flipped and its leaf as it was. */
    public static Envelope withAFlippedBit(Envelope e) {
        var data = e.data().clone();
        data[data.length / 2] ^= 1;
        return with(e, data, e.occurredAt(), e.leaf());
    }

    /** An event that may stand behind another one. */
    public static Envelope following(Envelope e) {
        var unsealed = new Envelope(
                e.service(),
                e.index() + 1,
                new StreamId("replay", "r"),
                1,
                UUID.nameUUIDFromBytes(e.leaf()),
                "org.gongxue.reward.replay-reported",
                1,
                e.occurredAt(),
                e.recordedAt(),
                e.actor(),
                e.cause(),
                e.correlation(),
                "{}".getBytes(StandardCharsets.UTF_8),
                e.leaf());
        return with(unsealed, unsealed.data(), unsealed.occurredAt(), Leaf.of(unsealed));
    }

    /** What the live service says at the log's last index. */
    public LiveLedger live() {
        var fund = story.state(Ledger.FUND, RewardStory.TUITION_FUND);
        var entitlements = entitlements(story).stream()
                .map(id -> {
                    var state = story.state(Entitlements.ENTITLEMENT, id);
                    var attempt = state.attempt();
                    var approved = attempt != null
                            && story.state(Batches.BATCH, attempt.batchId()).stage() == BatchStage.APPROVED;
                    return new LiveEntitlement(id, Standing.of(state, approved).word(), state.amountFen());
                })
                .toList();
        return new LiveLedger(
                lastIndex(), List.of(FundLine.of(fund, fund.balances(), fund.returnedFen())), entitlements, List.of());
    }

    /** Folds the topic and compares it with what the live service says. */
    ReplayFold.Result replay(LocalDate asOf) {
        return fold(asOf).compare(live());
    }

    /** Folds the topic and compares it with values of another origin. */
    ReplayFold.Result compareWith(LiveLedger live) {
        return fold(null).compare(live);
    }

    private ReplayFold fold(LocalDate asOf) {
        var fold = ReplayFold.of(RewardDomain.SERVICE, lastIndex(), asOf, PARTITIONS, new LogCodec(new CatalogCodec()));
        var places = new long[PARTITIONS];
        // Places were given when the whole log was published: what is missing leaves its place empty.
        story.events().forEach(original -> {
            var p = Math.floorMod(original.stream().hashCode(), PARTITIONS);
            places[p]++;
            envelopes.stream()
                    .filter(e -> e.index() == original.index())
                    .forEach(e -> fold.partition(p).take(e, places[p]));
        });
        return fold;
    }
}
