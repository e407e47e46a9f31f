package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Publishes the log to its topic, each event once and in order; one instance at a time holds the lease. */
public final class Publisher implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Publisher.class);
    private static final Duration POLL_MIN = Duration.ofMillis(10);
    private static final Duration POLL_MAX = Duration.ofMillis(250);
    private static final Duration REST_MAX = Duration.ofMillis(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final EventLog<?> log;
    private final KafkaConfig kafka;
    private final String service;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean compared;
    private volatile boolean holder;
    private volatile long publishedIndex;
    private volatile @Nullable Throwable failure;

    private Publisher(EventLog<?> log, KafkaConfig kafka) {
        this.log = log;
        this.kafka = kafka;
        this.service = log.config().service();
        this.thread = Thread.ofPlatform().name("log-publish-" + service).unstarted(this::run);
    }

    /**
     * Starts publishing {@code <service>.events}. While Kafka is away it keeps trying; a log that cannot be compared with
     * its topic at the start may come from a backup, so nothing is appended to it until it was.
     *
     * @throws IllegalStateException if the topic is ahead of the log, or tells another history: a restored backup;
     *     the message names {@code campus recover}
     */
    public static Publisher start(EventLog<?> log, KafkaConfig kafka) {
        var publisher = new Publisher(log, kafka);
        try {
            publisher.compare();
        } catch (KafkaException | SQLException e) {
            log.hold("the log has not been compared with its topic yet");
            LOG.warnf("the topic of %s cannot be compared with the log yet: %s", publisher.service, e.getMessage());
        }
        publisher.thread.start();
        return publisher;
    }

    private void compare() throws SQLException {
        try (Connection c = log.dataSource().getConnection()) {
            Topics.ensure(kafka, service);
            TopicEnd end = TopicEnd.read(kafka, service);
            TopicComparison.checkHistory(c, service, end);
            publishedIndex = end.lastIndex();
        }
        compared = true;
        log.admit();
    }

    private void run() {
        while (isOpen()) {
            try {
                publishWhileHolder();
            } catch (PublicationRefusedException | LogDamagedException e) {
                log.hold(e.toString());
                stop(e);
                return;
            } catch (TopicDamagedException e) {
                stop(e);
                return;
            } catch (Throwable e) {
                LOG.warnf(e, "publishing %s is interrupted, trying again", service);
            }
            pause(PAUSE);
        }
    }

    private void stop(RuntimeException reason) {
        failure = reason;
        LOG.error("publishing stops", reason);
    }

    private void publishWhileHolder() throws SQLException {
        if (!compared) {
            compare();
        }
        Optional<Lease> lease = Lease.tryTake(log.dataSource(), Locks.publisher(log.config()));
        if (lease.isPresent()) {
            publishUnder(lease.get());
        }
    }

    private void publishUnder(Lease lease) throws SQLException {
        try (lease) {
            Topics.ensure(kafka, service);
            holder = true;
            try (var publication = Publication.open(lease, kafka, service, log.tracing())) {
                publish(publication);
            } finally {
                holder = false;
            }
        }
    }

    private void publish(Publication publication) throws SQLException {
        Duration idle = POLL_MIN;
        while (isOpen()) {
            long begun = System.nanoTime();
            boolean more = publication.publishNext();
            boolean some = publication.publishedIndex() > publishedIndex;
            publishedIndex = publication.publishedIndex();
            if (some && !more) {
                pause(rest(Duration.ofNanos(System.nanoTime() - begun)));
            }
            idle = some ? POLL_MIN : idle;
            idle = more || waitForCommit(idle) ? POLL_MIN : longer(idle);
        }
    }

    private void pause(Duration duration) {
        try {
            if (closing.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.debugf("publishing %s ends", service);
            }
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private boolean waitForCommit(Duration timeout) {
        try {
            return log.committed().awaitBeyond(publishedIndex, timeout);
        } catch (InterruptedException e) {
            closing.countDown();
            return false;
        }
    }

    /**
     * A Kafka transaction costs everybody the same whether it has one event or a hundred. After each the publisher rests as
     * long as it took, so that it takes no more than half of anybody's time, and what comes meanwhile goes together.
     */
    private static Duration rest(Duration worked) {
        return worked.compareTo(REST_MAX) < 0 ? worked : REST_MAX;
    }

    private static Duration longer(Duration idle) {
        Duration twice = idle.multipliedBy(2);
        return twice.compareTo(POLL_MAX) < 0 ? twice : POLL_MAX;
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    /** The last index that the topic is known to hold. */
    public long publishedIndex() {
        return publishedIndex;
    }

    /** Whether this instance is the one that publishes. */
    public boolean isHolder() {
        return holder;
    }

    /** Why publishing stopped for good, if it did. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Lets the transaction in progress finish, then stops. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
