package org.gongxue.enrollment.edge;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Submission;

/** Commands that the service gives itself, each named by what it is for: however often it is asked, it happens once. */
@Singleton
public class SelfCommands {

    private final EventLog<Object> log;

    SelfCommands(EventLog<Object> log) {
        this.log = log;
    }

    /** Hands a command in under a name, such as {@code promote/<freed place>}. */
    public CompletableFuture<Outcome> submit(String name, EnrollmentCommand command) {
        var nameBytes = name.getBytes(StandardCharsets.UTF_8);
        return log.submit(new Submission<>(
                Acting.SERVICE,
                UUID.nameUUIDFromBytes(nameBytes),
                nameBytes,
                Acting.SERVICE,
                null,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                command));
    }
}
