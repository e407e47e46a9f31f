package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gongxue.eventlog.ToyLog.column;
import static org.gongxue.eventlog.ToyLog.get;
import static org.gongxue.eventlog.ToyLog.getAll;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gongxue.eventlog.testing.TestKafka;
import org.gongxue.eventlog.testing.TestPostgres;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Mint;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariants 1 and 2 after the loss of the database: a restored backup and the topic give the log back, byte for byte. */
@Timeout(90)
class RecoveryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HEADS =
            "SELECT stream || ' ' || version || ' ' || evolve_version || ' ' || encode(state, 'hex') FROM log.head ORDER BY 1";
    private static final String OUTCOMES =
            "SELECT principal || ' ' || id || ' ' || convert_from(outcome, 'UTF8') FROM log.command_outcome ORDER BY 1";
    private static final String INBOX = "SELECT source || ' ' || next FROM log.inbox";
    private static final String PARKED = """
            SELECT concat_ws(' ', source, index, subject, parked_index, parked_at, coalesce(failure, '-'), coalesce(behind, '-'), id,
                stream, type, revision, occurred_at, correlation, encode(data, 'hex'), encode(leaf, 'hex'))
            FROM log.parked_input ORDER BY parked_index""";
    private static final String READ_MODELS =
            "SELECT account || ' ' || coins FROM balance UNION ALL SELECT text FROM note ORDER BY 1";

    private final KafkaConfig kafka = KafkaConfig.of(TestKafka.bootstrapServers());
    private final Toy toy = new Toy(TestKafka.freshService("restored"));
    private final Mint mint = new Mint(TestKafka.freshService("mint"));
    private final TestPostgres.Database original = TestPostgres.database();
    private EventLog<Mint.Coin> mintLog;
    private Publisher mintPublisher;

    /** The toy's service at work on some database. */
    private final class Service implements AutoCloseable {
        final EventLog<ToyCommand> log;
        final Publisher publisher;
        final Inbox inbox;

        Service(DataSource database) {
            log = open(database);
            publisher = Publisher.start(log, kafka);
            inbox = Inbox.start(log, kafka, List.of(mint.service()));
        }

        void awaitAllDone() {
            long next = mintLog.lastIndex() + 1;
            await().atMost(PATIENCE).until(() -> log.nextInput(mint.service()) == next);
            long last = log.lastIndex();
            await().atMost(PATIENCE).until(() -> publisher.publishedIndex() == last);
            assertThat(inbox.failure()).isEmpty();
        }

        @Override
        public void close() {
            inbox.close();
            publisher.close();
            log.close();
        }
    }

    /** Recovers a database. */
    private interface Recovering {
        Recovery.Report run(DataSource database);
    }

    @BeforeEach
    void aServiceAndItsSourceAreAtWork() throws SQLException {
        Balances.createTables(original.dataSource());
        mintLog = EventLog.open(LogConfig.of(mint.service()), ToyLog.database(), mint, List.of());
        mintPublisher = Publisher.start(mintLog, kafka);
    }

    @AfterEach
    void close() {
        mintPublisher.close();
        mintLog.close();
    }

    private EventLog<ToyCommand> open(DataSource database) {
        return ToyLog.open(database, toy, LogConfig.of(toy.service()));
    }

    private Recovery.Report recover(DataSource database) {
        return Recovery.run(LogConfig.of(toy.service()), database, toy, List.of(new Balances(1)), kafka);
    }

    private Recovery.Report recoverWrongly(BrokenRecovery how, DataSource database) {
        LogConfig config = LogConfig.of(toy.service());
        return how.of(config, database, Rules.of(toy, config), kafka).run();
    }

    private static Submission<ToyCommand> deposit(int i) {
        return ToyLog.submission("d" + i, new ToyCommand.Deposit("account-" + i % 7, 1 + i));
    }

    private static List<Submission<ToyCommand>> ofAllKinds(String when) {
        return List.of(
                ToyLog.submission("pay-" + when, new ToyCommand.Transfer("account-1", "account-2", 2)),
                ToyLog.submission("cannot-pay-" + when, new ToyCommand.Transfer("account-1", "account-2", 1_000_000)),
                ToyLog.submission("note-" + when, new ToyCommand.Note("account-3", "noted " + when)));
    }

    /** Four inputs that cannot be decided; the first is discarded, the others stay behind the second. */
    private void poison(Service service, String when, int from) {
        getAll(IntStream.range(from, from + 4)
                .mapToObj(i -> mintLog.submit(coin(i, Toy.CURSED, 1)))
                .toList());
        service.awaitAllDone();
        ParkedInput first = service.log.parked(Toy.CURSED, 1).getFirst();
        var discard = new ParkedCommand.ProposeDiscard(
                Toy.CURSED, "proposal-" + when, first.source(), first.index(), DiscardReason.SENT_IN_ERROR);
        get(service.log.submitAboutParked(aboutParked("propose-" + when, "user:maker", discard)));
        var confirm = new ParkedCommand.Confirm(Toy.CURSED, "proposal-" + when);
        get(service.log.submitAboutParked(aboutParked("confirm-" + when, "user:checker", confirm)));
    }

    private static Submission<ParkedCommand> aboutParked(String id, String actor, ParkedCommand command) {
        return new Submission<>(actor, ToyLog.id(id), new byte[0], actor, null, ToyLog.MOMENT, command);
    }

    private void work(Service service, String when, int from) {
        getAll(IntStream.range(from, from + 100)
                .mapToObj(i -> service.log.submit(deposit(i)))
                .toList());
        ofAllKinds(when).forEach(command -> get(service.log.submit(command)));
        getAll(IntStream.range(from, from + 50)
                .mapToObj(i -> mintLog.submit(coin(i, i % 10 == 3 ? 0 : 1)))
                .toList());
        poison(service, when, from + 50);
        getAll(List.of(mintLog.submit(coin(from + 99, 1))));
        service.awaitAllDone();
    }

    private static Submission<Mint.Coin> coin(int i, long coins) {
        return coin(i, "account-" + i % 7, coins);
    }

    private static Submission<Mint.Coin> coin(int i, String account, long coins) {
        var coin = new Mint.Coin(account, coins);
        return new Submission<>("machine", ToyLog.id("coin-" + i), new byte[0], "machine", null, ToyLog.MOMENT, coin);
    }

    /** The service works, is backed up, works on and is lost; gives the backup. */
    private TestPostgres.Database backUpAndGoOn() {
        TestPostgres.Database backup;
        try (var service = new Service(original.dataSource())) {
            work(service, "before", 0);
        }
        backup = TestPostgres.copyOf(original);
        try (var service = new Service(original.dataSource())) {
            work(service, "after", 100);
        }
        return backup;
    }

    private void drill(Recovering recovery) {
        DataSource restored = backUpAndGoOn().dataSource();
        DataSource lost = original.dataSource();
        assertRefused(restored);

        Recovery.Report report = recovery.run(restored);

        assertThat(ToyLog.events(restored, toy.service()))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(ToyLog.events(lost, toy.service()));
        for (String query : List.of(HEADS, OUTCOMES, INBOX, PARKED, READ_MODELS)) {
            assertThat(column(restored, query)).isNotEmpty().isEqualTo(column(lost, query));
        }
        assertThat(report.outcomes()).isEqualTo(105);
        assertThat(report.lastIndex()).isGreaterThan(report.restoredIndex());
        try (var service = new Service(restored)) {
            assertNothingIsDoneTwice(service);
            work(service, "later", 200);
        }
        assertTopicEquals(restored);
    }

    private void assertRefused(DataSource restored) {
        try (var log = open(restored)) {
            assertThatThrownBy(() -> Publisher.start(log, kafka))
                    .isInstanceOf(PublicationRefusedException.class)
                    .hasMessageContaining("ahead of the log")
                    .hasMessageContaining("campus recover " + toy.service());
        }
    }

    private static void assertNothingIsDoneTwice(Service service) {
        long before = service.log.lastIndex();
        Outcome paid = get(service.log.submit(ofAllKinds("after").get(0)));
        assertThat(paid.accepted() && paid.repeated()).isTrue();
        assertThat(paid.lastIndex()).isEqualTo(paid.firstIndex() + 1);
        Outcome refused = get(service.log.submit(ofAllKinds("after").get(1)));
        assertThat(refused.refusal()).isNotNull();
        assertThat(refused.refusal().code()).isEqualTo("COINS_SHORT");
        assertThat(get(service.log.submit(deposit(150))).repeated()).isTrue();
        assertThat(service.log.lastIndex()).isEqualTo(before);
    }

    private void assertTopicEquals(DataSource database) {
        List<Envelope> events = ToyLog.events(database, toy.service());
        try (var reader = TopicReader.open(kafka, toy.service(), 1)) {
            assertThat(reader.endIndex()).isEqualTo(events.size());
            var leaves = events.stream().map(Envelope::leaf).iterator();
            while (reader.nextIndex() <= events.size()) {
                reader.poll(Duration.ofSeconds(1))
                        .forEach(record -> assertThat(record.envelope().leaf()).isEqualTo(leaves.next()));
            }
        }
    }

    /** Another service of the same name did the same at another time; its log ends before the topic does. */
    private void drillOfAnotherHistory(Recovering recovery) throws SQLException {
        backUpAndGoOn();
        DataSource other = ToyLog.database();
        try (var log = open(other)) {
            getAll(IntStream.range(0, 10).mapToObj(i -> log.submit(deposit(i))).toList());
        }
        assertThatThrownBy(() -> recovery.run(other))
                .isInstanceOf(PublicationRefusedException.class)
                .hasMessageContaining("another history");
        assertThat(ToyLog.events(other, toy.service())).hasSize(10);
    }

    @Test
    void aRestoredBackupIsRefusedAndTheTopicGivesBackWhatItLost() {
        drill(this::recover);
    }

    @Test
    void aLogOfAnotherHistoryIsNotRecovered() throws SQLException {
        drillOfAnotherHistory(this::recover);
    }

    @ParameterizedTest
    @EnumSource(BrokenRecovery.class)
    void aBrokenRecoveryFailsTheDrill(BrokenRecovery how) {
        assertThatThrownBy(() -> {
                    if (how == BrokenRecovery.FORGETS_THE_COMPARISON) {
                        drillOfAnotherHistory(database -> recoverWrongly(how, database));
                    } else {
                        drill(database -> recoverWrongly(how, database));
                    }
                })
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void anEmptyDatabaseGetsTheWholeLogBack() throws SQLException {
        backUpAndGoOn();
        DataSource empty = ToyLog.database();
        assertThat(recover(empty).restoredIndex()).isZero();
        assertThat(column(empty, HEADS)).isEqualTo(column(original.dataSource(), HEADS));
        assertThat(column(empty, OUTCOMES)).isEqualTo(column(original.dataSource(), OUTCOMES));
        assertThat(column(empty, INBOX)).isEqualTo(column(original.dataSource(), INBOX));
    }

    @Test
    void aRecoveryThatWasInterruptedGoesOn() throws SQLException {
        try (var service = new Service(original.dataSource())) {
            getAll(IntStream.range(0, 5000)
                    .mapToObj(i -> service.log.submit(deposit(i)))
                    .toList());
            service.awaitAllDone();
        }
        DataSource empty = ToyLog.database();
        var broken = new AtomicBoolean();
        DataSource frail = new TamperedDataSource(empty)
                .beforeCommit(c -> {
                    if (eventCount(c) > 3000 && broken.compareAndSet(false, true)) {
                        TamperedDataSource.loseReply(c);
                    }
                })
                .dataSource();
        assertThatThrownBy(() -> recover(frail)).hasRootCauseInstanceOf(SQLException.class);
        Recovery.Report second = recover(frail);
        assertThat(second.restoredIndex()).isBetween(2000L, 3000L);
        assertThat(second.lastIndex()).isEqualTo(5000);
        assertThat(column(empty, HEADS)).isEqualTo(column(original.dataSource(), HEADS));
        assertThat(column(empty, READ_MODELS)).isEqualTo(column(original.dataSource(), READ_MODELS));
    }

    private static long eventCount(Connection c) throws SQLException {
        try (var s = c.createStatement();
                var row = s.executeQuery("SELECT count(*) FROM log.event")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aLogThatLacksNothingStaysAsItIs() {
        backUpAndGoOn();
        var before = ToyLog.events(original.dataSource(), toy.service());
        Recovery.Report report = recover(original.dataSource());
        assertThat(report.lastIndex()).isEqualTo(report.restoredIndex()).isEqualTo(before.size());
        assertThat(report.outcomes()).isZero();
    }

    @Test
    void aLogIsNotRecoveredUnderARunningService() {
        try (var service = new Service(original.dataSource())) {
            get(service.log.submit(deposit(1)));
            service.awaitAllDone();
            assertThatThrownBy(() -> recover(original.dataSource())).hasMessageContaining("is running");
        }
    }

    @Test
    void aKafkaThatWasLostIsFilledAgainAndReadersGoOnWhereTheyWere() throws Exception {
        try (var service = new Service(original.dataSource())) {
            work(service, "before", 0);
        }
        mintPublisher.close();
        try (var admin = org.apache.kafka.clients.admin.Admin.create(Clients.common(kafka))) {
            List<String> topics = List.of(KafkaConfig.topic(mint.service()), KafkaConfig.topic(toy.service()));
            admin.deleteTopics(topics).all().get();
            await().atMost(PATIENCE)
                    .until(() -> admin.listTopics().names().get().stream().noneMatch(topics::contains));
        }
        mintPublisher = Publisher.start(mintLog, kafka);
        try (var service = new Service(original.dataSource())) {
            work(service, "after", 100);
        }
        assertTopicEquals(original.dataSource());
        assertThat(column(original.dataSource(), "SELECT count(*) FROM log.event WHERE type LIKE '%input-accepted'"))
                .containsExactly("92");
    }
}
