package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A service's log: commands and inputs go in; events, heads, outcomes and read models are committed together.
 *
 * @param <C> the service's sealed command type
 */
public final class EventLog<C> implements AutoCloseable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final LogConfig config;
    private final DataSource dataSource;
    private final Rules<C> rules;
    private final List<Projection> projections;
    private final Intake<C> intake;
    private final CommitSignal committed = new CommitSignal();
    private final AppendLoop<C> loop;
    private final Thread appending;
    private volatile @Nullable Tracing tracing;
    private volatile boolean rebuilding;

    private EventLog(LogConfig config, DataSource dataSource, Rules<C> rules, List<Projection> projections) {
        this.config = config;
        this.dataSource = dataSource;
        this.rules = rules;
        this.projections = projections;
        this.intake = new Intake<>(config);
        this.loop = new AppendLoop<>(config, dataSource, rules, projections, intake, committed);
        this.appending =
                Thread.ofPlatform().name("log-append-" + config.service()).unstarted(loop);
    }

    /**
     * Opens the log of a service: creates the engine's tables if they are missing, folds stale read models again, and
     * starts the append loop. Any number of instances may be open on one database.
     *
     * @throws IllegalStateException if the database holds another service's log or cannot be reached
     */
    public static <C> EventLog<C> open(
            LogConfig config, DataSource dataSource, Domain<C> domain, List<Projection> projections) {
        if (!config.service().equals(domain.service())) {
            throw new IllegalArgumentException(
                    "the log of " + config.service() + " is opened with the domain of " + domain.service());
        }
        var log = new EventLog<>(config, dataSource, Rules.of(domain, config), List.copyOf(projections));
        try {
            Schema.create(dataSource, config);
            new Projections(dataSource, log.rules, log.projections).refresh();
        } catch (SQLException e) {
            throw new IllegalStateException("the log of " + config.service() + " cannot be opened", e);
        }
        log.appending.start();
        return log;
    }

    /**
     * Hands a command in. The outcome comes once it is durable; a refusal is an outcome.
     *
     * <p>The future fails with {@link LogBusyException} when the queue is full, the database stays away or the log is not
     * known to be the one that was published, and with
     * {@link CommandFailedException} when a bug kept this command from being decided.
     */
    public CompletableFuture<Outcome> submit(Submission<C> submission) {
        try {
            return queue(Request.OfCommand.of(rules.domain(), submission));
        } catch (RuntimeException | Error thrown) {
            return CompletableFuture.failedFuture(
                    new CommandFailedException("what this command reads cannot be told: " + thrown, Bug.of(thrown)));
        }
    }

    /**
     * Hands in an event of another service; inputs of one source in the order of their index. One that cannot be decided
     * is parked, and counts as taken in.
     *
     * <p>The future fails as that of a command does: one that the database does not take is not parked, for that says
     * nothing about the input.
     */
    public CompletableFuture<Outcome> accept(Input input) {
        return queue(Request.OfInput.of(rules.domain(), input));
    }

    /** Hands in an event of another service as it came; one that cannot even be read is parked. */
    CompletableFuture<Outcome> receive(Input unread) {
        return queue(Request.OfInput.read(rules, unread));
    }

    /**
     * Hands in a command about parked inputs; its future ends as that of any command does. The answer is a
     * {@link ParkedCommand.Answer}.
     */
    public CompletableFuture<Outcome> submitAboutParked(Submission<ParkedCommand> submission) {
        return queue(Request.OfParked.of(submission));
    }

    /** Hands in a key that is to sign checkpoints. */
    CompletableFuture<Outcome> submitKey(Submission<CheckpointKeyInstalled> submission) {
        return queue(Request.OfKey.of(submission));
    }

    private CompletableFuture<Outcome> queue(Request<C> request) {
        Tracing followed = tracing;
        return followed == null || request.traceparent() == null ? offer(request) : queueTraced(request, followed);
    }

    /** From here on to its answer it is one step of the work that it is part of. */
    private CompletableFuture<Outcome> queueTraced(Request<C> request, Tracing followed) {
        Traced<C> traced = Traced.begin(request, followed);
        CompletableFuture<Outcome> answer = offer(traced.request());
        return answer.whenComplete(traced::end);
    }

    private CompletableFuture<Outcome> offer(Request<C> request) {
        intake.offer(request)
                .ifPresent(why -> request.answer().completeExceptionally(new LogBusyException(why, RETRY_AFTER)));
        return request.answer();
    }

    /** The state of a stream as of now. */
    public <S> S read(StreamType<S> type, String id) {
        try (Connection c = dataSource.getConnection();
                var moment = Snapshot.begin(c)) {
            var heads = new StoredHeads(moment.connection(), rules, new HeadCache(1));
            return type.stateType()
                    .cast(heads.head(rules.types().stream(type, id)).state());
        } catch (SQLException e) {
            throw unreachable(e);
        } catch (HeadsUnavailableException e) {
            throw unreachable(e.sql());
        }
    }

    /** The index of the last event committed by any instance; 0 if there is none. */
    public long lastIndex() {
        try (Connection c = dataSource.getConnection()) {
            return Position.read(c).lastIndex();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** The next index expected of a source; 1 if nothing came yet. */
    public long nextInput(String source) {
        try (Connection c = dataSource.getConnection()) {
            return InboxRows.next(c, Set.of(source)).getOrDefault(source, 1L);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** How many inputs could not be decided, or wait behind one that could not. */
    public long parkedInputs() {
        try (Connection c = dataSource.getConnection()) {
            return ParkedRows.count(c);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** So many lines of inputs that wait, in the order of their first, those whose first was parked after an index. */
    public List<WaitingLine> waitingLines(long afterParkedIndex, int countMax) {
        return parkedAtOneMoment(c -> ParkedRows.firsts(c, afterParkedIndex, countMax));
    }

    /** The line of inputs that wait about a subject, if any does. */
    public Optional<WaitingLine> waitingLine(String subject) {
        return parkedAtOneMoment(c -> ParkedRows.oldest(c, subject, 1)).stream().findFirst();
    }

    /** A question for rows of {@code log.parked_input}. */
    @FunctionalInterface
    private interface FirstOfLines {
        List<Parked> in(Connection c) throws SQLException;
    }

    private List<WaitingLine> parkedAtOneMoment(FirstOfLines question) {
        try (Connection c = dataSource.getConnection();
                var moment = Snapshot.begin(c)) {
            var heads = new StoredHeads(moment.connection(), rules, new HeadCache(config.headCacheMax()));
            List<Parked> firsts = question.in(moment.connection());
            heads.fetch(
                    firsts.stream().map(p -> ParkedLine.STREAM.id(p.subject())).toList());
            return firsts.stream().map(first -> WaitingLine.of(first, heads)).toList();
        } catch (SQLException e) {
            throw unreachable(e);
        } catch (HeadsUnavailableException e) {
            throw unreachable(e.sql());
        }
    }

    /** The inputs that wait in one line, oldest first, so many at most. */
    public List<ParkedInput> parked(String subject, int countMax) {
        try (Connection c = dataSource.getConnection()) {
            return ParkedRows.oldest(c, subject, countMax).stream()
                    .map(ParkedInput::of)
                    .toList();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /**
     * Waits until this instance has committed something beyond an index, or the time runs out; the last index that this
     * instance committed. What other instances commit is not waited for.
     */
    public long awaitCommit(long beyondIndex, Duration timeout) throws InterruptedException {
        return committed.awaitBeyond(beyondIndex, timeout) ? committed.lastIndex() : beyondIndex;
    }

    /** How many requests wait in this instance, and how many it sent away. */
    public Pressure pressure() {
        return intake.pressure();
    }

    /** Tells this one, and nobody else, what each batch took. */
    public void listen(AppendListener listener) {
        loop.listen(listener);
    }

    /** Follows traced work from here on; to be said before anything is published or received. */
    public void follow(Tracing tracing) {
        this.tracing = tracing;
    }

    @Nullable
    Tracing tracing() {
        return tracing;
    }

    /** Whether this instance makes heads and read models again. */
    public boolean isRebuilding() {
        return rebuilding;
    }

    /** When the event of an index was recorded; empty if there is none. */
    public Optional<Instant> recordedAt(long index) {
        try (Connection c = dataSource.getConnection();
                var s = c.prepareStatement("SELECT recorded_at FROM log.event WHERE index = ?")) {
            s.setLong(1, index);
            try (ResultSet row = s.executeQuery()) {
                return row.next() ? Optional.of(EventRows.instant(row, 1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** Why nothing that is handed in is taken, if so. */
    public Optional<String> standstill() {
        return appending.isAlive() ? intake.held() : Optional.of("appending has ended");
    }

    /** Takes nothing in until {@link #admit}: whoever comes is told to come again. */
    void hold(String reason) {
        loop.hold(reason);
    }

    void admit() {
        intake.admit();
    }

    /** What the log shows of itself to those who do not trust it. */
    public LogTree tree() {
        return new LogTree(dataSource, config);
    }

    /** Makes every head, read model and the tree again from the events; appending goes on while heads are made. */
    public void rebuild() {
        rebuilding = true;
        try {
            new HeadRebuild(dataSource, rules).run();
            new Projections(dataSource, rules, projections).rebuild();
            tree().rebuild();
        } catch (SQLException e) {
            throw unreachable(e);
        } finally {
            rebuilding = false;
        }
    }

    private LogBusyException unreachable(SQLException e) {
        var busy = new LogBusyException("the database of " + config.service() + " is away", RETRY_AFTER);
        busy.initCause(e);
        return busy;
    }

    LogConfig config() {
        return config;
    }

    DataSource dataSource() {
        return dataSource;
    }

    Rules<C> rules() {
        return rules;
    }

    CommitSignal committed() {
        return committed;
    }

    /** Lets the commit in progress finish, then stops; what still waits fails with {@link LogBusyException}. */
    @Override
    public synchronized void close() {
        try {
            loop.close(appending);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
