package org.gongxue.reward.audit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.KafkaConfig;
import org.gongxue.eventlog.MemoryLog;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.testing.TestKafka;
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
import org.gongxue.kit.boot.CatalogCodec;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardDomain;
import org.gongxue.reward.audit.FundLine;
import org.gongxue.reward.audit.LiveLedger;
import org.gongxue.reward.audit.LiveLedger.LiveEntitlement;
import org.gongxue.reward.audit.ReplayJson;
import org.gongxue.reward.audit.ReplayMode;
import org.gongxue.reward.audit.ReplayReport;
import org.gongxue.reward.audit.Verdict;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.ledger.Ledger;
import org.junit.jupiter.api.Test;

/** Measures a replay of many events, as it is run, beside a consumer that only reads: {@code mvn test -Dtest=ReplayRate}. */
class ReplayRate {

    private static final String FUND = "tuition-2017";
    private static final int ENTITLEMENTS = Integer.getInteger("gongxue.measure.entitlements", 25_000);
    private static final long FEN = 800_000;
    private static final Instant AT = Instant.parse("2018-03-15T04:00:00Z");

    private final MemoryLog<RewardCommand> log = new MemoryLog<>(new RewardDomain(new CatalogCodec()));
    private int entries;

    @Test
    void aReplayReadsTheWholeTopicAtAKnownRate() throws IOException, InterruptedException {
        play();
        var envelopes = log.events().stream().map(Recorded::envelope).toList();
        PublishedTopic.fill(RewardDomain.SERVICE, envelopes);
        var raw = rawEventsPerSecond(envelopes);

        try (var live = new LiveServiceStandIn(live(), envelopes.size())) {
            for (var round = 1; round <= 3; round++) {
                var report = replay(live.settings(TestKafka.bootstrapServers()));
                assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.IDENTICAL);
                System.out.printf(
                        "MEASURED replay %,d events: %,d/s; raw consumer %,d/s; whole process %d ms%n",
                        report.eventsRead(),
                        report.eventsPerSecond(),
                        raw,
                        Duration.between(report.startedAt(), report.finishedAt())
                                .toMillis());
            }
        }
    }

    private static ReplayReport replay(ReplaySettings settings) throws IOException {
        var process = new ReplayCommandLine("rate", ReplayMode.FOLD, LocalDate.of(2018, 12, 31))
                .process(settings)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var last = "";
        var processor = Duration.ZERO;
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
                processor = process.info().totalCpuDuration().orElse(processor);
            }
        }
        System.out.printf("MEASURED processor time of the whole process %d ms%n", processor.toMillis());
        return (ReplayReport) ReplayJson.read(last);
    }

    private static long rawEventsPerSecond(List<Envelope> envelopes) {
        var partitions = IntStream.range(0, PublishedTopic.PARTITIONS)
                .mapToObj(p -> new TopicPartition(KafkaConfig.topic(RewardDomain.SERVICE), p))
                .toList();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestKafka.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2000,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var from = System.nanoTime();
            var read = 0L;
            while (read < envelopes.size()) {
                read += consumer.poll(Duration.ofMillis(100)).count();
            }
            return read * 1_000_000_000 / (System.nanoTime() - from);
        }
    }

    private void play() {
        append(Ledger.FUND.id(FUND), new FundOpened(FUND, "学费（样例）", 2017, "样例"));
        entry(JournalReason.APPROPRIATION, LedgerAccount.EXTERNAL, LedgerAccount.AVAILABLE, FEN * ENTITLEMENTS, "a/1");
        for (var n = 0; n < ENTITLEMENTS; n++) {
            grant("E-" + n);
        }
    }

    private void grant(String id) {
        var entitlement = Entitlements.ENTITLEMENT.id(id);
        var cause = "entitlement/" + id;
        append(
                entitlement,
                new EntitlementOpened(
                        id,
                        "tuition",
                        1,
                        "L-" + id,
                        "enr-" + id,
                        "d1",
                        List.of("city", "d1"),
                        List.of("k-" + id),
                        "enrollment",
                        1));
        append(entitlement, assessed(id));
        entry(JournalReason.HOLD, LedgerAccount.AVAILABLE, LedgerAccount.HELD, FEN, cause);
        append(entitlement, new EntitlementApproved(id, FUND, FEN, "tuition"));
        entry(JournalReason.OBLIGATION, LedgerAccount.HELD, LedgerAccount.PAYABLE, FEN, cause);
        append(entitlement, new PaymentDrafted(id, "B-1", 1, "P-" + id + "-1", 1, FEN, 1));
        entry(JournalReason.TRANSFER, LedgerAccount.PAYABLE, LedgerAccount.PAID, FEN, cause);
        append(
                entitlement,
                new PaymentConfirmed(id, "B-1", 1, "P-" + id + "-1", 1, FEN, "R-" + id, LocalDate.of(2018, 3, 15)));
    }

    private static EntitlementAssessed assessed(String id) {
        var conditions = IntStream.range(0, 6)
                .mapToObj(c -> new ConditionResult(
                        "condition-" + c, "fact-" + c, "at-least", "80", "80", true, "第 " + c + " 条", List.of()))
                .toList();
        return new EntitlementAssessed(
                id,
                "tuition",
                1,
                "v1",
                AssessmentResult.OWED,
                conditions,
                List.of(),
                List.of(),
                null,
                null,
                List.of(new FundShare(FUND, FEN)),
                FEN,
                new Computation(List.of(new AmountTerm("tuition-paid", FEN)), 1, 1, FEN, null, FEN));
    }

    private void entry(JournalReason reason, LedgerAccount from, LedgerAccount to, long fen, String cause) {
        entries++;
        append(
                Ledger.FUND.id(FUND),
                new JournalEntryPosted(
                        FUND + "#" + entries,
                        FUND,
                        2017,
                        reason,
                        List.of(new Posting(from, -fen), new Posting(to, fen)),
                        cause,
                        null,
                        null));
    }

    private void append(StreamId stream, Object event) {
        log.append(stream, event, AT);
    }

    private LiveLedger live() {
        var paid = FEN * ENTITLEMENTS;
        var fund = new FundLine(FUND, "学费（样例）", 2017, paid, 0, 0, 0, paid, 0, 0, 0);
        var entitlements = IntStream.range(0, ENTITLEMENTS)
                .mapToObj(n -> new LiveEntitlement("E-" + n, "paid", FEN))
                .toList();
        return new LiveLedger(log.lastIndex(), List.of(fund), entitlements, List.of());
    }
}
