package org.gongxue.reward.waitlist.edge;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Submission;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardDomain;
import org.gongxue.reward.fund.FundCommand.PromoteWaitlisted;
import org.gongxue.reward.waitlist.WaitlistCommand;
import org.gongxue.reward.waitlist.WaitlistCommand.ExpireWaitlisted;
import org.gongxue.reward.waitlist.WaitlistCommand.PromoteFromQuota;
import org.gongxue.reward.waitlist.edge.DueLines.DueLine;
import org.jboss.logging.Logger;

/**
 * Moves lines on with the service's own commands: who waits for a place when one is free, who waits for money when it is
 * there, and out of a cell whose year is over. It looks after every commit of this instance, and every {@link #LOOK_EVERY}
 * for those of others. A crash in between costs nothing: what is still to be done is seen in the read models when the
 * service is there again. The same state of a line makes the same command, so that two instances do it once.
 */
@ApplicationScoped
public class WaitlistWatch {

    private static final Logger LOG = Logger.getLogger(WaitlistWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    /** Between two looks, while commits follow each other. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final String ACTOR = "service:" + RewardDomain.SERVICE;

    private final EventLog<Object> log;
    private final DueLines lines;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<String, UUID> tried = new HashMap<>();
    private final Thread thread = Thread.ofPlatform().name("waitlists").daemon().unstarted(this::watch);

    WaitlistWatch(EventLog<Object> log, DataSource dataSource) {
        this.log = log;
        this.lines = new DueLines(dataSource);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
        thread.interrupt();
    }

    private void watch() {
        var seen = 0L;
        try {
            do {
                seen = log.awaitCommit(seen, LOOK_EVERY);
                lookCalmly();
            } while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookCalmly() {
        try {
            look();
        } catch (SQLException | RuntimeException e) {
            LOG.warnf(e, "Lines wait to be moved on");
        }
    }

    /** Moves on until nothing moves any more. */
    private void look() throws SQLException {
        var moved = true;
        while (moved && stopping.getCount() > 0) {
            moved = false;
            for (var line : lines.due(businessYear())) {
                moved |= moveCalmly(line);
            }
        }
    }

    /** One line that cannot be moved on keeps no other waiting. */
    private boolean moveCalmly(DueLine line) throws SQLException {
        try {
            return move(line);
        } catch (CompletionException e) {
            LOG.warnf(e, "The line of %s waits to be moved on", line.lineId());
            return false;
        }
    }

    /** Whether anything was tried: the same command again would change nothing. */
    private boolean move(DueLine line) throws SQLException {
        var next = lines.next(line, WaitlistCommand.MOVED_MAX);
        var name = line.due() + " " + line.lineId() + " " + line.state() + " " + next;
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        if (next.isEmpty() || id.equals(tried.get(line.lineId()))) {
            return false;
        }
        log.submit(new Submission<>(
                        ACTOR,
                        id,
                        new byte[0],
                        ACTOR,
                        null,
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        command(line, next)))
                .join();
        tried.put(line.lineId(), id);
        return true;
    }

    private static RewardCommand command(DueLine line, List<String> next) {
        return switch (line.due()) {
            case PLACE -> new PromoteFromQuota(line.lineId(), next);
            case EXPIRY -> new ExpireWaitlisted(line.lineId(), next);
            case MONEY -> new PromoteWaitlisted(line.lineId(), next);
        };
    }

    private int businessYear() {
        var today = log.read(BusinessCalendar.CALENDAR, BusinessCalendar.STREAM.id())
                .today();
        return (today == null ? BusinessCalendar.shanghaiDate(Instant.now()) : today).getYear();
    }
}
