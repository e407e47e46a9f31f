package org.gongxue.enrollment.calendar.edge;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.gongxue.enrollment.calendar.CalendarCommand.OpenDay;
import org.gongxue.enrollment.edge.SelfCommands;
import org.gongxue.eventlog.EventLog;
import org.gongxue.kit.boot.LogHouse;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.jboss.logging.Logger;

/** Opens the Shanghai day: at start, and at every midnight. A clock behind the calendar waits until it has caught up. */
@Singleton
class WallClock {

    private static final Logger LOG = Logger.getLogger(WallClock.class);
    private static final Duration LOOK_EVERY_MAX = Duration.ofMinutes(1);

    private final EventLog<Object> log;
    private final SelfCommands self;
    private final ClockConfig config;
    private final Thread clock = Thread.ofPlatform().daemon().name("wall-clock").unstarted(this::run);

    WallClock(EventLog<Object> log, SelfCommands self, ClockConfig config) {
        this.log = log;
        this.self = self;
        this.config = config;
    }

    /** The first day is open before the first request is answered. */
    void start(@Observes @Priority(LogHouse.FIRST + 5) StartupEvent event) {
        if (!config.isSimulated()) {
            openToday();
            clock.start();
        }
    }

    void stop(@Observes @Priority(LogHouse.FIRST - 10) ShutdownEvent event) {
        clock.interrupt();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(untilMidnight());
                openToday();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("The day could not be opened and will be tried again", e);
            }
        }
    }

    private void openToday() {
        var today = BusinessCalendar.shanghaiDate(Instant.now());
        var open = log.read(BusinessCalendar.CALENDAR, BusinessCalendar.STREAM.id())
                .today();
        if (open == null || open.isBefore(today)) {
            var refusal =
                    self.submit("open-day/" + today, new OpenDay(today)).join().refusal();
            if (refusal != null) {
                throw new IllegalStateException("The day " + today + " was refused: " + refusal.code());
            }
            LOG.infof("Opened %s", today);
        }
    }

    /** A machine's clock may jump, so it is looked at every minute at least. */
    private static Duration untilMidnight() {
        var now = Instant.now();
        LocalDate tomorrow = BusinessCalendar.shanghaiDate(now).plusDays(1);
        var midnight = tomorrow.atStartOfDay(BusinessCalendar.SHANGHAI).toInstant();
        var wait = Duration.between(now, midnight);
        return wait.compareTo(LOOK_EVERY_MAX) < 0 ? wait : LOOK_EVERY_MAX;
    }
}
