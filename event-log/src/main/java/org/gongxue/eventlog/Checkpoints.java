package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gongxue.eventlog.tree.Checkpoint;
import org.gongxue.eventlog.tree.SignedNote;
import org.gongxue.eventlog.tree.SignerKey;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a log's tree grown, signed and published as long as it is open. Any number of instances may do so: one at a time
 * works, under {@link Locks#tree}. Nothing of it is in the appender's way.
 */
public final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Checkpoints.class);

    private final EventLog<?> log;
    private final String service;
    private final KafkaConfig kafka;
    private final CheckpointConfig config;
    private final CheckpointKeys keys;
    private final CheckpointSigner signer;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Semaphore asked = new Semaphore(0);
    private final Thread thread;
    private @Nullable CheckpointTopic topic;
    private boolean compared;
    private volatile @Nullable Throwable failure;

    private Checkpoints(EventLog<?> log, KafkaConfig kafka, CheckpointConfig config) {
        this.log = log;
        this.service = log.config().service();
        this.kafka = kafka;
        this.config = config;
        this.keys = new CheckpointKeys(config.keys(), service);
        this.signer = new CheckpointSigner(log.config(), keys);
        this.thread = Thread.ofPlatform().name("log-checkpoint-" + service).unstarted(this::run);
    }

    /**
     * Starts; the first key is made and logged at the first start. While Kafka or the database is away it keeps trying.
     *
     * @throws PublicationRefusedException if the log is not the one of which the last published checkpoint was signed
     */
    public static Checkpoints start(EventLog<?> log, KafkaConfig kafka, CheckpointConfig config) {
        var checkpoints = new Checkpoints(log, kafka, config);
        try {
            if (log.standstill().isEmpty()) { // otherwise Kafka is away, and was waited for already
                checkpoints.compare();
                checkpoints.installFirstKey();
            }
        } catch (PublicationRefusedException e) {
            throw e;
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.warnf("checkpoints of %s are not kept yet: %s", checkpoints.service, e.getMessage());
        }
        checkpoints.thread.start();
        return checkpoints;
    }

    private void run() {
        while (closing.getCount() > 0) {
            try {
                keep();
                failure = null;
            } catch (PublicationRefusedException e) {
                log.hold(e.toString());
                stop(e);
                return;
            } catch (LogDamagedException e) {
                stop(e);
                return;
            } catch (IllegalStateException e) { // a key that is missing, and may be put back
                failure = e;
                LOG.warn(e.getMessage());
            } catch (Throwable e) {
                LOG.warnf(e, "the checkpoints of %s are interrupted, trying again", service);
            }
            pause();
        }
    }

    private void stop(RuntimeException reason) {
        failure = reason;
        LOG.error("no more checkpoints are signed", reason);
    }

    private void pause() {
        try {
            if (asked.tryAcquire(config.every().toMillis(), TimeUnit.MILLISECONDS)) {
                asked.drainPermits();
            }
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    /** Does not wait for its time: somebody waits for a checkpoint of what was said just now. */
    public void hasten() {
        asked.release();
    }

    private void keep() throws SQLException, IOException {
        if (!compared) {
            compare();
        }
        installFirstKey();
        try (Connection c = log.dataSource().getConnection()) {
            c.setAutoCommit(false);
            try {
                while (closing.getCount() > 0 && signer.signNext(c)) {
                    LOG.debugf("the tree of %s grows", service);
                }
                publish(c);
            } finally {
                c.rollback();
            }
        }
        Path daily = config.daily();
        if (daily != null) {
            new DailyCheckpoint(daily, service).keep(log.tree().checkpoint(), Instant.now());
        }
    }

    private void compare() throws SQLException {
        CheckpointTopic.ensure(kafka);
        Optional<SignedNote> last = CheckpointTopic.last(kafka, service);
        try (Connection c = log.dataSource().getConnection()) {
            c.setAutoCommit(false);
            try {
                new CheckpointComparison(log.config()).check(c, last);
                c.commit();
            } finally {
                c.rollback();
            }
        }
        compared = true;
    }

    private void publish(Connection c) throws SQLException {
        Locks.lock(c, Locks.tree(log.config()));
        List<SignedNote> notes = CheckpointRows.unpublished(c);
        if (notes.isEmpty()) {
            return;
        }
        if (topic == null) {
            topic = new CheckpointTopic(kafka, service);
        }
        topic.send(notes);
        CheckpointRows.setPublished(c, Checkpoint.of(notes.getLast()).size());
        c.commit();
    }

    private void installFirstKey() throws IOException, SQLException {
        try (Connection c = log.dataSource().getConnection()) {
            if (!LoggedKey.all(c).isEmpty()) {
                return;
            }
        }
        install(keys.make(1), null, "service:" + service);
    }

    /**
     * Makes a new key, signed by the one in use, and logs it. Checkpoints that cover that event are signed by it.
     *
     * @param actor who is answerable, as events name them
     */
    public Outcome rotate(String actor) {
        List<LoggedKey> known = log.tree().keys();
        try {
            return known.isEmpty()
                    ? install(keys.make(1), null, actor)
                    : install(keys.make(known.size() + 1), keys.signer(known.getLast()), actor);
        } catch (IOException e) {
            throw new IllegalStateException("the keys in " + config.keys() + " cannot be used", e);
        }
    }

    private Outcome install(SignerKey key, @Nullable SignerKey before, String actor) {
        String name = key.verifier().name();
        String publicKey = Base64.getEncoder().encodeToString(key.verifier().publicKey());
        byte[] signed = CheckpointKeyInstalled.signed(name, publicKey).getBytes(UTF_8);
        var fact = before == null
                ? new CheckpointKeyInstalled(name, publicKey, null, null)
                : new CheckpointKeyInstalled(
                        name,
                        publicKey,
                        before.verifier().name(),
                        Base64.getEncoder().encodeToString(before.sign(signed)));
        byte[] digest = Leaf.sha256().digest(signed);
        // The id follows from the key: of several instances that start at once, one is first and the others repeat it.
        var id = UUID.nameUUIDFromBytes(digest);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return log.submitKey(new Submission<>("service:" + service, id, digest, actor, null, now, fact))
                .join();
    }

    /** Why nothing is signed, if so; empty also while Kafka or the database is merely away. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Lets what is being done finish, then stops. */
    @Override
    public void close() {
        closing.countDown();
        asked.release();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (topic != null) {
            topic.close();
        }
    }
}
