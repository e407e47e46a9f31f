package org.gongxue.reward.fund.edge;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Submission;
import org.gongxue.reward.RewardDomain;
import org.gongxue.reward.fund.FundCommand.PromoteWaitlisted;
import org.gongxue.reward.ledger.FundState;
import org.gongxue.reward.ledger.Ledger;
import org.jboss.logging.Logger;

/**
 * Watches for funds that can cover the first of their line and hands in the service's own commands to promote. A crash
 * in between costs nothing: what is still to be done is seen in the read model when the service is there again.
 */
@ApplicationScoped
public class Promotions {

    private static final Logger LOG = Logger.getLogger(Promotions.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final String ACTOR = "service:" + RewardDomain.SERVICE;
    private static final String DUE = """
            SELECT f.fund_id FROM fund f CROSS JOIN LATERAL (
                SELECT amount_fen FROM entitlement e WHERE e.fund_id = f.fund_id AND e.state = 'waitlisted'
                ORDER BY e.waitlist_position LIMIT 1) first
            WHERE first.amount_fen <= f.available_fen ORDER BY f.fund_id
            """;
    private static final String LINE = """
            SELECT entitlement_id FROM entitlement WHERE fund_id = ? AND waitlist_position > ?
            ORDER BY waitlist_position LIMIT ?
            """;

    private final EventLog<Object> log;
    private final DataSource dataSource;
    private final Semaphore nudged = new Semaphore(0);
    private final Thread watch = Thread.ofPlatform().name("promotions").daemon().unstarted(this::watch);
    private volatile boolean stopping;

    Promotions(EventLog<Object> log, DataSource dataSource) {
        this.log = log;
        this.dataSource = dataSource;
    }

    void start(@Observes StartupEvent event) {
        watch.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        watch.interrupt();
    }

    /** Money may have come: look now. */
    public void nudge() {
        nudged.release();
    }

    private void watch() {
        while (!stopping) {
            try {
                nudged.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                nudged.drainPermits();
                promoteAll();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                LOG.warnf(e, "Promotion waits");
            }
        }
    }

    private void promoteAll() throws SQLException {
        for (var due = due(); !due.isEmpty() && !stopping; due = due()) {
            for (var fundId : due) {
                promote(fundId);
            }
        }
    }

    private void promote(String fundId) throws SQLException {
        var fund = log.read(Ledger.FUND, fundId);
        var command = new PromoteWaitlisted(fundId, line(fundId, fund.waitlistServed()));
        log.submit(new Submission<>(
                        ACTOR,
                        commandId(fund, command),
                        new byte[0],
                        ACTOR,
                        null,
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        command))
                .join();
    }

    /** The same state of the fund and its line gives the same id: two instances promote once. */
    private static UUID commandId(FundState fund, PromoteWaitlisted command) {
        var name = "promote " + fund.fundId() + " " + fund.entries() + " " + command.entitlementIds();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> due() throws SQLException {
        try (var c = dataSource.getConnection();
                var statement = c.prepareStatement(DUE);
                var rows = statement.executeQuery()) {
            var funds = new ArrayList<String>();
            while (rows.next()) {
                funds.add(rows.getString(1));
            }
            return funds;
        }
    }

    private List<String> line(String fundId, int served) throws SQLException {
        try (var c = dataSource.getConnection();
                var statement = c.prepareStatement(LINE)) {
            statement.setString(1, fundId);
            statement.setInt(2, served);
            statement.setInt(3, PromoteWaitlisted.PROMOTED_MAX);
            try (var rows = statement.executeQuery()) {
                var ids = new ArrayList<String>();
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
                return ids;
            }
        }
    }
}
