package org.gongxue.enrollment.edge;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.gongxue.eventlog.LogBusyException;
import org.gongxue.kit.boot.LogHouse;
import org.jboss.logging.Logger;

/**
 * Carries out what events call for. What is to be done stands in a table that is derived from the log, so it is found
 * again after a crash; every step is a recorded command under a name of its own, so doing it twice changes nothing. Any
 * number of instances may do chores side by side.
 */
@Singleton
public class Chores {

    /** A policy: something that follows from an event. */
    public interface Chore {

        /** The kind under which {@link ChoreProjection} writes it down. */
        String kind();

        /** Does everything that follows. The chore is struck off afterwards; an exception leaves it for later. */
        void carryOut(String subject);
    }

    private static final Logger LOG = Logger.getLogger(Chores.class);
    private static final int AT_ONCE_MAX = 50;
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final long AFTER_FAILURE_MILLIS = 2_000;

    private record Due(String kind, String subject) {}

    private final DataSource dataSource;
    private final Map<String, Chore> chores;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Thread worker = Thread.ofPlatform().name("chores").unstarted(this::work);

    Chores(DataSource dataSource, @All List<Chore> chores) {
        this.dataSource = dataSource;
        this.chores = chores.stream().collect(Collectors.toMap(Chore::kind, Function.identity()));
    }

    void start(@Observes @Priority(LogHouse.FIRST + 10) StartupEvent event) {
        worker.start();
    }

    void stop(@Observes @Priority(LogHouse.FIRST - 10) ShutdownEvent event) throws InterruptedException {
        stopping.set(true);
        worker.interrupt();
        worker.join();
    }

    private void work() {
        while (!stopping.get()) {
            try {
                Thread.sleep(doWhatIsDue() ? LOOK_EVERY_MILLIS : AFTER_FAILURE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Returns false when something failed and should be given time; the other chores are done all the same. */
    private boolean doWhatIsDue() {
        try {
            var allDone = true;
            for (var due : due()) {
                if (stopping.get()) {
                    return true;
                }
                allDone &= carryOut(due);
            }
            return allDone;
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Chores cannot be looked up and wait", e);
            return false;
        }
    }

    private boolean carryOut(Due due) {
        try {
            chore(due).carryOut(due.subject());
            strikeOff(due);
            return true;
        } catch (SQLException | LogBusyException | CompletionException e) {
            LOG.warnf(e, "A chore waits: %s", due.kind());
        } catch (RuntimeException e) {
            LOG.errorf(e, "A chore failed and will be tried again: %s", due.kind());
        }
        return false;
    }

    private Chore chore(Due due) {
        var chore = chores.get(due.kind());
        if (chore == null) {
            throw new IllegalStateException("Nobody carries out " + due.kind());
        }
        return chore;
    }

    private List<Due> due() throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "SELECT kind, subject FROM chore ORDER BY since_index, kind, subject LIMIT " + AT_ONCE_MAX);
                var rows = select.executeQuery()) {
            var due = new ArrayList<Due>();
            while (rows.next()) {
                due.add(new Due(rows.getString(1), rows.getString(2)));
            }
            return due;
        }
    }

    private void strikeOff(Due due) throws SQLException {
        try (var connection = dataSource.getConnection();
                var delete = connection.prepareStatement("DELETE FROM chore WHERE kind = ? AND subject = ?")) {
            delete.setString(1, due.kind());
            delete.setString(2, due.subject());
            delete.executeUpdate();
        }
    }
}
