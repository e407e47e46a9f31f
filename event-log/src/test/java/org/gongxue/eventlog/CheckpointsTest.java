package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gongxue.eventlog.ToyLog.column;
import static org.gongxue.eventlog.ToyLog.getAll;
import static org.gongxue.eventlog.ToyLog.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gongxue.eventlog.testing.TestKafka;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.gongxue.eventlog.tree.Checkpoint;
import org.gongxue.eventlog.tree.SignedNote;
import org.gongxue.eventlog.tree.SignerKey;
import org.gongxue.eventlog.tree.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Invariant 8: what was signed once is never contradicted by what is signed later. */
@Timeout(90)
class CheckpointsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConfig kafka = KafkaConfig.of(TestKafka.bootstrapServers());
    private final String service = TestKafka.freshService("signed");
    private final DataSource database = ToyLog.database();

    @TempDir
    Path folder;

    private EventLog<ToyCommand> log;
    private Publisher publisher;
    private int deposits;

    @BeforeEach
    void open() {
        log = ToyLog.open(database, new Toy(service), LogConfig.of(service));
        publisher = Publisher.start(log, kafka);
    }

    @AfterEach
    void close() {
        publisher.close();
        log.close();
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private Checkpoints start() {
        return start(keys());
    }

    private Checkpoints start(Path keys) {
        return Checkpoints.start(
                log, kafka, new CheckpointConfig(keys, folder.resolve("daily"), Duration.ofMillis(20)));
    }

    private void deposit(int count) {
        getAll(IntStream.range(deposits, deposits + count)
                .mapToObj(i -> log.submit(ToyLog.submission("d" + i, new ToyCommand.Deposit("a" + i % 7, 1))))
                .toList());
        deposits += count;
    }

    private SignedNote awaitSigned() {
        long last = log.lastIndex();
        await().atMost(PATIENCE).until(() -> log.tree().signedSize() == last);
        return SignedNote.parse(log.tree().checkpoint().orElseThrow());
    }

    private void awaitPublished() {
        await().atMost(PATIENCE)
                .until(() -> column(database, "SELECT size FROM log.checkpoint WHERE NOT published")
                        .isEmpty());
    }

    private VerifierKey key(int number) {
        return log.tree().keys().get(number - 1).verifier();
    }

    /** Whoever hands out evidence of something said just now waits for no clock. */
    @Test
    void aCheckpointThatSomebodyWaitsForDoesNotWaitForItsTime() {
        var config = new CheckpointConfig(keys(), null, Duration.ofHours(1));
        try (var checkpoints = Checkpoints.start(log, kafka, config)) {
            deposit(3);
            long last = log.lastIndex();
            await().atMost(PATIENCE).until(() -> {
                checkpoints.hasten();
                return log.tree().signedSize() == last;
            });
        }
    }

    @Test
    void aCheckpointCoversTheLogAndIsSignedByTheKeyThatTheLogNames() {
        try (var checkpoints = start()) {
            deposit(300);
            SignedNote note = awaitSigned();
            Checkpoint checkpoint = Checkpoint.of(note);

            assertThat(checkpoint.service()).isEqualTo(service);
            assertThat(checkpoint.size()).isEqualTo(301);
            assertThat(note.isSignedBy(key(1))).isTrue();
            assertThat(checkpoint.recordedAt())
                    .isEqualTo(log.recordedAt(checkpoint.size()).orElseThrow());
            for (Envelope event : log.tree().entries(1, 301)) {
                var proof = log.tree().inclusion(event.index(), checkpoint.size());
                assertThat(proof.proves(Leaf.of(event), checkpoint.root()))
                        .as("event %d", event.index())
                        .isTrue();
            }
            assertThat(checkpoints.failure()).isEmpty();
        }
    }

    @Test
    void everyCheckpointGoesOnFromTheOneBeforeAndStandsOnTheTopic() {
        try (var checkpoints = start()) {
            Checkpoint before = Checkpoint.of(awaitSigned());
            for (int i = 0; i < 5; i++) {
                deposit(90);
                Checkpoint after = Checkpoint.of(awaitSigned());
                var proof = log.tree().consistency(before.size(), after.size());
                assertThat(proof.proves(before.root(), after.root())).isTrue();
                before = after;
            }
            awaitPublished();
            SignedNote last = CheckpointTopic.last(kafka, service).orElseThrow();
            assertThat(last).hasToString(log.tree().checkpoint().orElseThrow());
            assertThat(checkpoints.failure()).isEmpty();
        }
    }

    @Test
    void theKeyIsMadeOnceAndNobodyElseReadsIt() throws IOException {
        start().close();
        var made = log.tree().keys();
        start().close();
        assertThat(log.tree().keys()).isEqualTo(made).hasSize(1);
        Path key = keys().resolve("checkpoint-1.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys())))
                .isEqualTo("rwx------");
    }

    @Test
    void aRotationIsAFactSignedByTheKeyBefore() {
        try (var checkpoints = start()) {
            deposit(3);
            SignedNote old = awaitSigned();
            assertThat(checkpoints.rotate("user:admin").accepted()).isTrue();
            SignedNote fresh = awaitSigned();

            var keys = log.tree().keys();
            assertThat(keys).hasSize(2);
            LoggedKey second = keys.getLast();
            assertThat(second.signedBy()).isEqualTo(keys.getFirst().name());
            byte[] signed = (second.name() + "\n" + second.publicKey()).getBytes(UTF_8);
            assertThat(key(1).verifies(signed, Base64.getDecoder().decode(second.signature())))
                    .isTrue();
            assertThat(old.isSignedBy(key(1))).isTrue();
            assertThat(fresh.isSignedBy(key(2))).isTrue();
            assertThat(fresh.isSignedBy(key(1))).isFalse();
            assertThat(log.tree().entries(second.index(), 1).getFirst().actor()).isEqualTo("user:admin");
        }
    }

    @Test
    void aKeyThatTheOneBeforeDidNotSignIsRefused() {
        start().close();
        var stranger = SignerKey.of("gongxue/" + service + "/2", SignerKey.freshSecret());
        String publicKey =
                Base64.getEncoder().encodeToString(stranger.verifier().publicKey());
        String signature = Base64.getEncoder()
                .encodeToString(stranger.sign((stranger.verifier().name() + "\n" + publicKey).getBytes(UTF_8)));
        for (var key : List.of(
                new CheckpointKeyInstalled(stranger.verifier().name(), publicKey, null, null),
                new CheckpointKeyInstalled(
                        stranger.verifier().name(), publicKey, "gongxue/" + service + "/1", signature),
                new CheckpointKeyInstalled("gongxue/" + service + "/1", publicKey, null, null))) {
            var submission = new Submission<>(
                    "user:x", ToyLog.id(key.toString()), new byte[0], "user:x", null, ToyLog.MOMENT, key);
            var refusal = ToyLog.get(log.submitKey(submission)).refusal();
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo("CHECKPOINT_KEY_NOT_NEXT");
        }
        assertThat(log.tree().keys()).hasSize(1);
    }

    @Test
    void ofTwoInstancesThatStartAtOnceOneLogsTheKeyAndBothSign() {
        try (var one = start();
                var other = start()) {
            deposit(20);
            SignedNote note = awaitSigned();
            assertThat(log.tree().keys()).hasSize(1);
            assertThat(note.isSignedBy(key(1))).isTrue();
            assertThat(one.failure()).isEmpty();
            assertThat(other.failure()).isEmpty();
        }
    }

    @Test
    void whoLostTheKeySignsNothingUntilItIsBack() throws IOException {
        start().close();
        Path key = keys().resolve("checkpoint-1.key");
        Path away = folder.resolve("away");
        Files.move(key, away);
        deposit(2);
        try (var checkpoints = start()) {
            await().atMost(PATIENCE).until(() -> checkpoints.failure().isPresent());
            assertThat(checkpoints.failure().orElseThrow()).hasMessageContaining("put it back");
            assertThat(log.tree().signedSize()).isLessThan(log.lastIndex());
            Files.move(away, key);
            assertThat(awaitSigned().isSignedBy(key(1))).isTrue();
            await().atMost(PATIENCE).until(() -> checkpoints.failure().isEmpty());
        }
    }

    @Test
    void proofsAreGivenUpToTheNewestCheckpoint() {
        try (var checkpoints = start()) {
            deposit(4);
            long signed = Checkpoint.of(awaitSigned()).size();
            assertThat(log.tree().inclusion(1, signed).hashes()).isNotEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> log.tree().inclusion(1, signed + 1));
            assertThatIllegalArgumentException().isThrownBy(() -> log.tree().inclusion(signed, signed - 1));
            assertThatIllegalArgumentException().isThrownBy(() -> log.tree().consistency(1, signed + 1));
            assertThat(checkpoints.failure()).isEmpty();
        }
    }

    /** An event before the last checkpoint is changed together with its leaf, as somebody with the database could. */
    private void rewriteTheSecondEvent() {
        sql(database, "UPDATE log.event SET actor = 'user:other', leaf = sha256('other') WHERE index = 2");
    }

    @Test
    void aRewrittenLogIsNotSigned() {
        try (var checkpoints = start()) {
            deposit(3);
            SignedNote signed = awaitSigned();
            rewriteTheSecondEvent();
            deposit(1);
            await().atMost(PATIENCE).until(() -> checkpoints.failure().isPresent());
            assertThat(checkpoints.failure().orElseThrow())
                    .isInstanceOf(LogDamagedException.class)
                    .hasMessageContaining("invariant 8");
            assertThat(log.tree().checkpoint()).contains(signed.toString());
        }
    }

    @Test
    void whoForgetsInTheDatabaseWhatWasSignedIsStillHeldToIt() {
        try (var checkpoints = start()) {
            deposit(3);
            awaitSigned();
            rewriteTheSecondEvent();
            sql(database, "DELETE FROM log.checkpoint");
            deposit(1);
            await().atMost(PATIENCE).until(() -> checkpoints.failure().isPresent());
            assertThat(checkpoints.failure().orElseThrow()).isInstanceOf(LogDamagedException.class);
            assertThat(log.tree().checkpoint()).isEmpty();
        }
    }

    @Test
    void whoForgetsItBesideTheKeyTooIsHeldToWhatIsOnTheTopic() throws IOException {
        try (var checkpoints = start()) {
            deposit(3);
            awaitSigned();
            awaitPublished();
            assertThat(checkpoints.failure()).isEmpty();
        }
        rewriteTheSecondEvent();
        sql(database, "DELETE FROM log.checkpoint");
        Files.delete(keys().resolve("checkpoint-last.txt"));
        assertThatThrownBy(this::start)
                .isInstanceOf(PublicationRefusedException.class)
                .hasMessageContaining("checkpoint");
    }

    @Test
    void aLogThatIsShorterThanItsCheckpointIsARestoredBackup() {
        try (var checkpoints = start()) {
            deposit(3);
            awaitSigned();
            awaitPublished();
            assertThat(checkpoints.failure()).isEmpty();
        }
        sql(database, "DELETE FROM log.event WHERE index > 2", "DELETE FROM log.checkpoint");
        assertThatThrownBy(this::start)
                .isInstanceOf(PublicationRefusedException.class)
                .hasMessageContaining("campus recover");
    }

    @Test
    void aTopicThatLostItsCheckpointsGetsThemAgain() throws Exception {
        try (var checkpoints = start()) {
            deposit(3);
            awaitSigned();
            awaitPublished();
            assertThat(checkpoints.failure()).isEmpty();
        }
        try (var c = database.getConnection()) {
            c.setAutoCommit(false);
            new CheckpointComparison(LogConfig.of(service)).check(c, Optional.empty());
            c.commit();
        }
        assertThat(column(database, "SELECT size FROM log.checkpoint WHERE published"))
                .isEmpty();
    }

    @Test
    void theDaysNewestCheckpointIsAFile() throws IOException {
        try (var checkpoints = start()) {
            deposit(3);
            SignedNote note = awaitSigned();
            await().atMost(PATIENCE).until(() -> daily().stream().anyMatch(note.toString()::equals));
            assertThat(daily()).hasSize(1);
            assertThat(checkpoints.failure()).isEmpty();
        }
    }

    private List<String> daily() throws IOException {
        Path days = folder.resolve("daily");
        if (Files.notExists(days)) {
            return List.of();
        }
        try (var files = Files.list(days)) {
            return files.filter(f -> f.getFileName().toString().matches(service + "-\\d{4}-\\d\\d-\\d\\d\\.txt"))
                    .map(CheckpointsTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRebuildFindsARewrittenLog() {
        try (var checkpoints = start()) {
            deposit(300);
            awaitSigned();
            assertThat(checkpoints.failure()).isEmpty();
        }
        log.rebuild();
        sql(database, "UPDATE log.event SET leaf = sha256('other') WHERE index = 2");
        assertThatThrownBy(() -> log.tree().rebuild())
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("invariant 8");
    }
}
