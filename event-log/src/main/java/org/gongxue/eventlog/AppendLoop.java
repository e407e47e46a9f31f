package org.gongxue.eventlog;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One loop for everything that is appended: takes what waits, decides and commits it together, answers. A request that
 * cannot be committed never takes its neighbors with it.
 */
final class AppendLoop<C> implements Runnable {
    private static final Logger LOG = Logger.getLogger(AppendLoop.class);
    private static final int OVERTAKEN_MAX = 3;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final long PAUSE_MIN_MILLIS = 20;
    private static final long PAUSE_MAX_MILLIS = 1000;

    private final LogConfig config;
    private final Rules<C> rules;
    private final List<Projection> projections;
    private final String readModels;
    private final Intake<C> intake;
    private final CommitSignal committed;
    private final Memory memory;
    private final AppendSessions sessions;
    private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable AppendListener listener;
    private Expected expected = Expected.NOTHING;

    AppendLoop(
            LogConfig config,
            DataSource dataSource,
            Rules<C> rules,
            List<Projection> projections,
            Intake<C> intake,
            CommitSignal committed) {
        this.config = config;
        this.rules = rules;
        this.projections = projections;
        this.readModels = Projections.named(projections);
        this.intake = intake;
        this.committed = committed;
        this.memory = new Memory(config.headCacheMax());
        this.sessions = new AppendSessions(dataSource, config, memory::reconnected);
    }

    @Override
    public void run() {
        try {
            while (intake.await()) {
                appendNext();
            }
        } finally { // whatever ends it: nobody waits for an answer that will not come
            sessions.close();
            answer(intake.close(), busy("the log is closing"));
        }
    }

    /** Nothing that is thrown ends the loop: whoever was in the batch may come again. */
    private void appendNext() {
        List<Request<C>> batch = List.of();
        try {
            long begun = System.nanoTime();
            lockBeforeTaking();
            long locked = System.nanoTime();
            batch = intake.take();
            if (batch.isEmpty()) {
                sessions.rollback(); // others may have the lock
            }
            settle(batch, new Deadline(config.patience()));
            observe(batch.size(), locked - begun, System.nanoTime() - locked);
        } catch (Throwable unexpected) {
            sessions.close();
            answer(batch, busy("the log met what it did not expect: " + unexpected));
            LOG.errorf(unexpected, "%d requests were not appended", batch.size());
        }
    }

    private void observe(int requests, long lockNanos, long appendNanos) {
        AppendListener told = listener;
        if (told != null && requests > 0) {
            told.appended(requests, intake.longestWaitNanos(), lockNanos, appendNanos);
        }
    }

    /** Tells this one, and nobody else, of every batch. */
    void listen(AppendListener listener) {
        this.listener = listener;
    }

    /** Stops after the commit in progress; again, does nothing. */
    void close(Thread loop) throws InterruptedException {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        answer(intake.close(), busy("the log is closing"));
        loop.join();
        answering.shutdown();
        answering.awaitTermination(1, TimeUnit.SECONDS);
    }

    /** Takes nothing in for this reason, until the intake admits again. */
    void hold(String reason) {
        List<Request<C>> waiting = intake.hold(reason);
        if (!waiting.isEmpty()) {
            answer(waiting, busy(reason));
        }
    }

    /** Whoever arrives while another instance commits comes along; if the database is away, settling finds out. */
    private void lockBeforeTaking() {
        try {
            sessions.locked();
        } catch (SQLException | RuntimeException e) {
            sessions.close();
        }
    }

    /** Commits a batch, or, if something in it cannot be committed, its halves, until the culprit stands alone. */
    private void settle(List<Request<C>> batch, Deadline deadline) {
        if (deadline.isOver()) { // what is left of a divided batch waits no longer than the whole would have
            answer(batch, busy("the database is too slow"));
        } else if (!batch.isEmpty()) {
            settleInTime(batch, deadline);
        }
    }

    private void settleInTime(List<Request<C>> batch, Deadline deadline) {
        try {
            answer(batch, commit(batch, deadline));
        } catch (LogBusyException busy) {
            answer(batch, busy);
        } catch (UncommittableException e) {
            if (batch.size() == 1) {
                isolate(batch.getFirst(), e.cause());
            } else {
                int half = batch.size() / 2;
                settle(batch.subList(0, half), deadline);
                settle(batch.subList(half, batch.size()), deadline);
            }
        }
    }

    private void isolate(Request<C> culprit, Throwable bug) {
        String what = switch (culprit) {
            case Request.OfInput<C> input ->
                "input " + input.input().index() + " of " + input.input().source();
            case Request.OfCommand<C> command -> "command " + command.key();
            case Request.OfParked<C> command -> "command " + command.key();
            case Request.OfKey<C> command -> "command " + command.key();
        };
        LOG.errorf(bug, "%s cannot be committed", what);
        answer(List.of(culprit), new CommandFailedException(what + " cannot be committed: " + bug.getMessage(), bug));
    }

    /** Tries until the batch is durable. A commit in doubt is tried again too: the log itself says whether it stood. */
    private List<Answer> commit(List<Request<C>> batch, Deadline deadline) throws UncommittableException {
        var attempts = new Attempts(deadline);
        while (true) {
            AppendSession open = lockedSession(attempts);
            boolean looked = expected.repetitions();
            try {
                Transaction<C> transaction = begin(open);
                List<Answer> answers = transaction.run(batch, expected);
                attempts.committing(answers);
                open.commit();
                expected = transaction.next();
                remember(transaction);
                return attempts.committed();
            } catch (SQLException e) {
                recover(e, batch.size() == 1, looked, attempts);
            } catch (HeadsUnavailableException e) {
                recover(e.sql(), batch.size() == 1, looked, attempts);
            } catch (LogBusyException busy) {
                sessions.rollback();
                throw busy;
            } catch (RuntimeException | Error thrown) {
                sessions.rollback();
                givenUp(Bug.of(thrown), looked);
            }
        }
    }

    /** What cannot be committed may be something that was committed before: that is looked at first. */
    private void givenUp(Throwable cause, boolean looked) throws UncommittableException {
        if (looked) {
            throw new UncommittableException(cause);
        }
        expected = expected.withRepetitions();
    }

    private Transaction<C> begin(AppendSession open) throws SQLException {
        Position now = open.lock();
        assertKeepsReadModels(now);
        try {
            memory.catchUp(open.connection(), now);
        } catch (HistoryLostException e) {
            LOG.error(e.reason());
            hold(e.reason());
            throw busy(e.reason());
        }
        return new Transaction<>(open.connection(), rules, projections, memory.heads(), now);
    }

    /** A release that keeps other read models has taken over: what this one appends would be missing from them. */
    private void assertKeepsReadModels(Position now) {
        if (!now.readModels().equals(readModels)) {
            String why = "this release keeps the read models " + readModels + ", another has taken over with "
                    + now.readModels();
            hold(why);
            throw busy(why);
        }
    }

    private void remember(Transaction<C> transaction) {
        memory.remember(transaction);
        committed.announce(transaction.lastIndex());
    }

    private void recover(SQLException e, boolean alone, boolean looked, Attempts attempts)
            throws UncommittableException {
        expected = expected.withRepetitions();
        switch (SqlFailure.of(e)) {
            case AWAY -> {
                sessions.close();
                pause(attempts, e);
            }
            case TOO_SLOW -> {
                sessions.close();
                if (!alone && !attempts.inDoubt()) {
                    throw new UncommittableException(e);
                }
                pause(attempts, e); // one request takes no time: it is the database that stands still
            }
            case OVERTAKEN -> {
                sessions.rollback();
                if (looked) { // otherwise a command was handed in before, most likely, and nothing is amiss
                    memory.heads().clear();
                    if (attempts.overtaken() > OVERTAKEN_MAX) {
                        throw new UncommittableException(e);
                    }
                }
            }
            case PERMANENT -> {
                sessions.rollback();
                givenUp(e, looked);
            }
        }
    }

    private void pause(Attempts attempts, Exception e) {
        long millis = Math.min(PAUSE_MAX_MILLIS, PAUSE_MIN_MILLIS << Math.min(attempts.away(), 6));
        if (attempts.isOutOfPatience() || closingWithin(millis)) {
            throw busy("the database is away: " + e.getMessage());
        }
        LOG.warnf("the database is away (%s), trying again", e.getMessage());
    }

    private boolean closingWithin(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Connected and under the lock. Whatever is in the way of that is no fault of any request. */
    private AppendSession lockedSession(Attempts attempts) {
        while (true) {
            try {
                return sessions.locked();
            } catch (SQLException | RuntimeException e) {
                sessions.close();
                pause(attempts, e);
            }
        }
    }

    private void answer(List<Request<C>> batch, RuntimeException failure) {
        var answers = new ArrayList<Answer>();
        batch.forEach(request -> answers.add(new Answer.Failed(failure)));
        answer(batch, answers);
    }

    /** On another thread: what a caller does with an answer never holds up the log. */
    private void answer(List<Request<C>> batch, List<Answer> answers) {
        answering.execute(() -> {
            for (int i = 0; i < answers.size(); i++) {
                answers.get(i).to(batch.get(i).answer());
            }
        });
    }

    private static LogBusyException busy(String message) {
        return new LogBusyException(message, RETRY_AFTER);
    }
}
