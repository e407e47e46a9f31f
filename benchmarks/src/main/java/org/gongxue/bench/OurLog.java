package org.gongxue.bench;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.LogConfig;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Submission;

/** The log of this house, with the limits it is designed with and no read models. */
final class OurLog implements Contender {
    private static final byte[] REQUEST_HASH = new byte[32];

    private final EventLog<Work.Earn> log;

    OurLog(Database database) {
        log = EventLog.open(LogConfig.of(Work.SERVICE), database.dataSource(), new Work.Learners(), List.of());
    }

    @Override
    public void append(String learner) throws Exception {
        var random = ThreadLocalRandom.current();
        var id = new UUID(random.nextLong(), random.nextLong());
        Outcome outcome = log.submit(new Submission<>(
                        Work.WHO, id, REQUEST_HASH, Work.WHO, null, Instant.now(), new Work.Earn(learner)))
                .get();
        if (!outcome.accepted()) {
            throw new IllegalStateException("refused: " + outcome.refusal());
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
