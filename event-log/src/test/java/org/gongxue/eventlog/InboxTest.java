package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gongxue.eventlog.ToyLog.getAll;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.gongxue.eventlog.testing.TestKafka;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Mint;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The mint is one service, the toy another that takes in what it minted. */
@Timeout(90)
class InboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConfig kafka = KafkaConfig.of(TestKafka.bootstrapServers());
    private final Toy toy = new Toy("toy");
    private Mint mint;
    private EventLog<Mint.Coin> mintLog;
    private Publisher publisher;
    private DataSource database;
    private EventLog<ToyCommand> log;

    @BeforeEach
    void open() {
        mint = new Mint(TestKafka.freshService("mint"));
        mintLog = EventLog.open(LogConfig.of(mint.service()), ToyLog.database(), mint, List.of());
        publisher = Publisher.start(mintLog, kafka);
        database = ToyLog.database();
        log = ToyLog.open(database);
    }

    @AfterEach
    void close() {
        publisher.close();
        mintLog.close();
        log.close();
    }

    private void mint(int first, int count, String account) {
        getAll(IntStream.range(first, first + count)
                .mapToObj(i -> mintLog.submit(new Submission<>(
                        "machine",
                        ToyLog.id("coin-" + i),
                        new byte[0],
                        "machine",
                        null,
                        ToyLog.MOMENT,
                        new Mint.Coin(account + i % 7, 1))))
                .toList());
    }

    private Inbox receive() {
        return Inbox.start(log, kafka, List.of(mint.service()));
    }

    private void awaitReceived() {
        long next = mintLog.lastIndex() + 1;
        await().atMost(PATIENCE).until(() -> log.nextInput(mint.service()) == next);
    }

    @Test
    void everyInputIsAFactOnceInItsSourcesOrder() {
        mint(0, 300, "account-");
        try (var inbox = receive()) {
            awaitReceived();
            assertThat(inbox.positions()).isEqualTo(Map.of(mint.service(), 301L));
        }
        var facts = ToyLog.events(database).stream()
                .map(event -> LogCodec.readInput(event.data()))
                .toList();
        assertThat(facts.stream().map(InputAccepted::index))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 300).boxed().toList());
        assertThat(facts).allSatisfy(fact -> assertThat(fact.leaf()).hasSize(32));
    }

    @Test
    void aCauseAndACorrelationCrossFromServiceToService() {
        mint(0, 1, "account-");
        try (var inbox = receive()) {
            awaitReceived();
            assertThat(inbox.failure()).isEmpty();
        }
        Envelope effect = ToyLog.events(database).getFirst();
        assertThat(effect.cause()).isEqualTo("input:" + mint.service() + "/1");
        assertThat(effect.correlation()).isEqualTo(ToyLog.id("coin-0").toString());
        assertThat(effect.actor()).isEqualTo("service:" + mint.service());
    }

    @Test
    void anInboxThatStartsAgainTakesNothingTwice() throws Exception {
        for (int round = 0; round < 4; round++) {
            mint(round * 150, 150, "account-");
            long target = round * 150L + 40;
            try (var inbox = receive()) {
                await().atMost(PATIENCE).until(() -> inbox.nextIndex(mint.service()) > target);
            }
            log.close();
            log = ToyLog.open(database);
        }
        try (var inbox = receive()) {
            awaitReceived();
            assertThat(inbox.sources()).containsExactly(mint.service());
        }
        assertThat(Balances.all(database).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(600);
        assertThat(ToyLog.events(database)).hasSize(600);
    }

    @Test
    void twoInboxesOfOneLogTakeEachInputOnce() throws Exception {
        try (var other = ToyLog.open(database);
                var first = receive();
                var second = Inbox.start(other, kafka, List.of(mint.service()))) {
            mint(0, 400, "account-");
            awaitReceived();
            assertThat(first.failure()).isEmpty();
            assertThat(second.failure()).isEmpty();
        }
        assertThat(Balances.all(database).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(400);
    }

    @Test
    void aPoisonInputIsParkedWithThoseBehindItAndStopsNobodyElse() throws Exception {
        getAll(List.of(
                mintLog.submit(coin("p0", "good", 1)),
                mintLog.submit(coin("p1", Toy.CURSED, 1)),
                mintLog.submit(coin("p2", "good", 1)),
                mintLog.submit(coin("p3", Toy.CURSED, 1)),
                mintLog.submit(coin("p4", "other", 1))));
        try (var inbox = receive()) {
            awaitReceived();
            getAll(List.of(mintLog.submit(coin("p5", Toy.CURSED, 1)), mintLog.submit(coin("p6", "good", 1))));
            awaitReceived();
            assertThat(inbox.failure()).isEmpty();
        }
        assertThat(Balances.all(database)).isEqualTo(Map.of("good", 3L, "other", 1L));
        assertThat(ToyLog.column(
                        database,
                        "SELECT index || ' ' || subject || ' ' || reason FROM log.parked_input ORDER BY index"))
                .containsExactly(
                        "2 cursed java.lang.ArithmeticException: broken by cursed",
                        "4 cursed waits behind an earlier input about cursed",
                        "6 cursed waits behind an earlier input about cursed");
        assertThat(log.parkedInputs()).isEqualTo(3);
    }

    @Test
    void anInputTheDatabaseRefusesStopsTheInboxForAllToSeeUntilTheDatabaseTakesIt() throws Exception {
        ToyLog.sql(database, "ALTER TABLE balance ADD CONSTRAINT bar CHECK (account <> 'barred')");
        getAll(List.of(
                mintLog.submit(coin("q0", "good", 1)),
                mintLog.submit(coin("q1", "barred", 1)),
                mintLog.submit(coin("q2", "good", 1))));
        try (var inbox = receive()) {
            await().atMost(PATIENCE).until(() -> inbox.failure().isPresent());
            assertThat(inbox.failure().orElseThrow()).hasMessageContaining("input 2 of " + mint.service());
            assertThat(inbox.nextIndex(mint.service())).isEqualTo(2);
            assertThat(log.parkedInputs()).isZero();

            ToyLog.sql(database, "ALTER TABLE balance DROP CONSTRAINT bar");
            awaitReceived();
            await().atMost(PATIENCE).until(() -> inbox.failure().isEmpty());
        }
        assertThat(Balances.all(database)).isEqualTo(Map.of("good", 2L, "barred", 1L));
        assertThat(log.read(toy.account(), "barred").coins()).isEqualTo(1);
    }

    @Test
    void anInputThatCannotBeReadIsParked() {
        getAll(List.of(mintLog.submit(coin("r0", Mint.UNREADABLE, 1)), mintLog.submit(coin("r1", "good", 1))));
        try (var inbox = receive()) {
            awaitReceived();
            assertThat(inbox.failure()).isEmpty();
        }
        assertThat(ToyLog.column(database, "SELECT type FROM log.parked_input")).containsExactly("mint.riddle");
        assertThat(log.read(toy.account(), "good").coins()).isEqualTo(1);
    }

    @Test
    void whatTheSourceRefusedConcernsNobodyElse() {
        getAll(List.of(mintLog.submit(coin("s0", "good", 0)), mintLog.submit(coin("s1", "good", 1))));
        assertThat(mintLog.lastIndex()).as("a refusal and a coin").isEqualTo(2);
        try (var inbox = receive()) {
            awaitReceived();
            assertThat(inbox.failure()).isEmpty();
        }
        assertThat(ToyLog.events(database)).hasSize(1);
        assertThat(ToyLog.column(database, "SELECT reason FROM log.parked_input"))
                .isEmpty();
    }

    @Test
    void whatTheSourceParkedConcernsNobodyElse() {
        String relay = TestKafka.freshService("relay");
        getAll(List.of(mintLog.submit(coin("u0", Toy.CURSED, 1)), mintLog.submit(coin("u1", Toy.CURSED, 1))));
        try (var relayLog = ToyLog.open(ToyLog.database(), new Toy(relay), LogConfig.of(relay));
                var relayPublisher = Publisher.start(relayLog, kafka);
                var relayInbox = Inbox.start(relayLog, kafka, List.of(mint.service()));
                var inbox = Inbox.start(log, kafka, List.of(relay))) {
            await().atMost(PATIENCE).until(() -> log.nextInput(relay) == 3);
            assertThat(relayPublisher.failure()).isEmpty();
            assertThat(relayInbox.failure()).isEmpty();
            assertThat(inbox.failure()).isEmpty();
        }
        assertThat(log.lastIndex()).isZero();
        assertThat(log.parkedInputs()).isZero();
    }

    @Test
    void whatTheSourceItselfTookInConcernsNobodyElse() {
        String relay = TestKafka.freshService("relay");
        getAll(List.of(mintLog.submit(coin("t0", "good", 1)), mintLog.submit(coin("t1", "good", 1))));
        try (var relayLog = ToyLog.open(ToyLog.database(), new Toy(relay), LogConfig.of(relay));
                var relayPublisher = Publisher.start(relayLog, kafka);
                var relayInbox = Inbox.start(relayLog, kafka, List.of(mint.service()));
                var inbox = Inbox.start(log, kafka, List.of(relay))) {
            await().atMost(PATIENCE).until(() -> log.nextInput(relay) == 3);
            assertThat(relayPublisher.failure()).isEmpty();
            assertThat(relayInbox.failure()).isEmpty();
            assertThat(inbox.failure()).isEmpty();
        }
        assertThat(log.lastIndex()).isZero();
        assertThat(ToyLog.column(database, "SELECT reason FROM log.parked_input"))
                .isEmpty();
    }

    private static Submission<Mint.Coin> coin(String id, String account, long coins) {
        return new Submission<>(
                "machine", ToyLog.id(id), new byte[0], "machine", null, ToyLog.MOMENT, new Mint.Coin(account, coins));
    }
}
