package org.gongxue.reward.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongxue.eventlog.CommandRefused;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.Leaf;
import org.gongxue.eventlog.LogCodec;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.ToldStreams;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.reward.WaitingLine;
import org.gongxue.kit.boot.CatalogCodec;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardDomain;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.audit.LiveLedger.LiveCell;
import org.gongxue.reward.audit.LiveLedger.LiveEntitlement;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Standing;
import org.gongxue.reward.ledger.FundState;
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
import org.gongxue.reward.quota.QuotaCells;

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
        return paidReturnedAndOwed("");
    }

    /** The same, told by services whose names begin like this. */
    public static PlayedLog paidReturnedAndOwed(String sourcePrefix) {
        var published = RewardStory.publish(RewardStory.staffed(sourcePrefix), RewardStory.tuitionRefund());
        var story = RewardStory.fund(published, RewardStory.TUITION_FUND, 2017, 3_000_000);
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

    /** Pays entitlements of the tuition fund in one batch. */
    public static void pay(DomainFixture<RewardCommand> story, List<String> entitlementIds) {
        var batch = batch(story, entitlementIds);
        story.by(RewardStory.MAKER)
                .givenCommands(new SettleResults(
                        batch,
                        entitlementIds.stream().map(id -> row(story, id, null)).toList()));
    }

    /** A log that was played elsewhere. */
    public static PlayedLog of(DomainFixture<RewardCommand> story) {
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

    /** Decides again what a story recorded, and finds nothing else. */
    public static void assertDecidedAgain(DomainFixture<RewardCommand> story) throws InterruptedException {
        var again = of(story).redecide();
        assertThat(again.result().differences()).isEmpty();
        assertThat(again.result().verdict()).isEqualTo(Verdict.IDENTICAL);
        var refused = story.events().stream()
                .filter(e -> e.event() instanceof CommandRefused)
                .count();
        assertThat(again.decided().taken()).as("all but refusals").isEqualTo(refused);
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

    /** An event of another actor, and the leaf that goes with it. */
    static Envelope by(Envelope e, String actor) {
        return resealed(e, e.stream(), actor);
    }

    /** An event on another stream, and the leaf that goes with it. */
    static Envelope on(Envelope e, StreamId stream) {
        return resealed(e, stream, e.actor());
    }

    private static Envelope resealed(Envelope e, StreamId stream, String actor) {
        var unsealed = new Envelope(
                e.service(),
                e.index(),
                stream,
                e.version(),
                e.id(),
                e.type(),
                e.revision(),
                e.occurredAt(),
                e.recordedAt(),
                actor,
                e.cause(),
                e.correlation(),
                e.data(),
                e.leaf());
        return with(unsealed, unsealed.data(), unsealed.occurredAt(), Leaf.of(unsealed));
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

    /** What other services published of which the log took in something. */
    public List<Envelope> published() {
        return story.published();
    }

    /** What the live service says at the log's last index. */
    public LiveLedger live() {
        var funds = ids(Ledger.FUND).stream()
                .map(id -> story.state(Ledger.FUND, id))
                .filter(FundState::opened)
                .map(fund -> FundLine.of(fund, fund.balances(), fund.returnedFen()))
                .toList();
        var waiting = entitlements(story).stream()
                .map(id -> story.state(Entitlements.ENTITLEMENT, id))
                .filter(e -> e.waitsIn(WaitingLine.QUOTA))
                .map(e -> e.waiting().lineId())
                .toList();
        var cells = ids(QuotaCells.CELL).stream()
                .filter(id -> story.state(QuotaCells.CELL, id).cell() != null)
                .map(id -> new LiveCell(
                        id,
                        story.state(QuotaCells.CELL, id).places(),
                        story.state(QuotaCells.CELL, id).used(),
                        Collections.frequency(waiting, id)))
                .toList();
        var entitlements = entitlements(story).stream()
                .map(id -> {
                    var state = story.state(Entitlements.ENTITLEMENT, id);
                    var attempt = state.attempt();
                    var approved = attempt != null
                            && story.state(Batches.BATCH, attempt.batchId()).stage() == BatchStage.APPROVED;
                    return new LiveEntitlement(id, Standing.of(state, approved).word(), state.amountFen());
                })
                .toList();
        return new LiveLedger(lastIndex(), funds, entitlements, cells);
    }

    private List<String> ids(StreamType<?> type) {
        return story.events().stream()
                .map(Recorded::stream)
                .filter(stream -> stream.kind().equals(type.kind()))
                .map(StreamId::id)
                .distinct()
                .toList();
    }

    /** What deciding the log again gives, with the topics of its sources at hand. */
    record Redecided(ReplayFold.Result result, Decided decided) {}

    /** Decides again what lies in the topic, and holds its inputs against what its sources published. */
    Redecided redecide() throws InterruptedException {
        return redecide(published());
    }

    /** The same with other topics of the sources. */
    Redecided redecide(List<Envelope> sources) throws InterruptedException {
        var codec = new CatalogCodec();
        var domain = new RewardDomain(codec);
        var events = OrderedReplay.understood(RewardDomain.SERVICE, lastIndex(), PARTITIONS, codec);
        try (var streams = ToldStreams.of(domain, 8)) {
            var redeciding = new Redeciding(events, domain, streams);
            fill(events);
            redeciding.decide();
            for (var source : events.inputs().sources()) {
                var check = new SourceCheck(domain, events.inputs(), source);
                sources.stream().filter(e -> e.service().equals(source)).forEach(e -> check.take(e, 1));
            }
            return new Redecided(redeciding.compare(live()), redeciding.decided());
        }
    }

    /** What a policy would have given instead of another one. */
    WhatIfResult whatIf(WhatIf.Question question) throws InterruptedException {
        var codec = new CatalogCodec();
        var domain = new RewardDomain(codec);
        var events = OrderedReplay.understood(RewardDomain.SERVICE, lastIndex(), PARTITIONS, codec);
        try (var streams = ToldStreams.of(domain, 8)) {
            var replay = new WhatIfReplay(events, domain, streams, question);
            fill(events);
            replay.tell();
            return replay.result();
        }
    }

    /** Verifies what lies in the topic through an index. */
    Verifying verify(HeldCheckpoint held, long throughIndex) throws InterruptedException {
        var events = OrderedReplay.unread(RewardDomain.SERVICE, throughIndex, PARTITIONS);
        var verifying = new Verifying(events, RewardDomain.SERVICE, held);
        fill(events);
        verifying.verify();
        return verifying;
    }

    private void fill(OrderedReplay events) {
        fill(events::partition);
        IntStream.range(0, PARTITIONS).forEach(p -> events.partition(p).end());
    }

    private void fill(IntFunction<PartitionSink> sinks) {
        var places = new long[PARTITIONS];
        var there = envelopes.stream().collect(Collectors.groupingBy(Envelope::index));
        // Places were given when the whole log was published: what is missing leaves its place empty.
        story.events().forEach(original -> {
            var p = Math.floorMod(original.stream().hashCode(), PARTITIONS);
            places[p]++;
            there.getOrDefault(original.index(), List.of())
                    .forEach(e -> sinks.apply(p).take(e, places[p]));
        });
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
        return fold(asOf, null);
    }

    /** Folds the topic, and reports what was known by the end of a day. */
    ReplayFold.Result replayAsKnownOn(LocalDate day) {
        return fold(null, day).compare(live());
    }

    private ReplayFold fold(LocalDate asOf, LocalDate asKnownOn) {
        var codec = new LogCodec(new CatalogCodec());
        var fold = ReplayFold.of(RewardDomain.SERVICE, lastIndex(), asOf, asKnownOn, PARTITIONS, codec);
        fill(fold::partition);
        return fold;
    }
}
