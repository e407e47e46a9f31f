package org.gongxue.eventlog;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Receives from one source: reads its topic from the next index on, and hands every event to the log. */
final class InboxSource {
    private static final Logger LOG = Logger.getLogger(InboxSource.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int IN_FLIGHT_MAX = 1000;

    private final EventLog<?> log;
    private final KafkaConfig kafka;
    private final String source;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private volatile @Nullable Throwable failure;

    InboxSource(EventLog<?> log, KafkaConfig kafka, String source) {
        this.log = log;
        this.kafka = kafka;
        this.source = source;
    }

    Thread start() {
        stopping = new CountDownLatch(1);
        return Thread.ofPlatform()
                .name("log-inbox-" + log.config().service() + "-from-" + source)
                .start(this::run);
    }

    void stop() {
        stopping.countDown();
    }

    private void run() {
        do {
            try {
                Topics.ensure(kafka, source);
                try (var reader = TopicReader.open(kafka, source, log.nextInput(source))) {
                    receive(reader);
                }
            } catch (TopicDamagedException e) {
                failure = e;
                LOG.errorf(e, "receiving from %s stops", source);
                return;
            } catch (CommandFailedException e) {
                failure = e;
            } catch (LogBusyException | KafkaException e) {
                LOG.warnf("receiving from %s waits: %s", source, e.getMessage());
            } catch (Throwable e) {
                LOG.warnf(e, "receiving from %s is interrupted, trying again", source);
            }
        } while (!stops(PAUSE));
    }

    private void receive(TopicReader reader) {
        var inFlight = new ArrayDeque<CompletableFuture<Outcome>>();
        while (stopping.getCount() > 0) {
            for (TopicRecord record : reader.poll(POLL)) {
                inFlight.add(accept(record));
                settle(inFlight, IN_FLIGHT_MAX);
            }
            settle(inFlight, IN_FLIGHT_MAX);
        }
    }

    /** Lets go of what is settled, and waits as long as more than so many are not. */
    private void settle(ArrayDeque<CompletableFuture<Outcome>> inFlight, int countMax) {
        while (!inFlight.isEmpty() && (inFlight.element().isDone() || inFlight.size() > countMax)) {
            try {
                inFlight.remove().join();
                failure = null;
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
    }

    private CompletableFuture<Outcome> accept(TopicRecord record) {
        Input input = Input.unread(record.envelope());
        return log.receive(record.traceparent() == null ? input : input.under(record.traceparent()));
    }

    private boolean stops(Duration within) {
        try {
            return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    String name() {
        return source;
    }

    /** Why its next event cannot be taken in; once it is, there is none. */
    @Nullable
    Throwable failure() {
        return failure;
    }
}
