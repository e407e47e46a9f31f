package org.gongxue.eventlog;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Toy;
import org.jspecify.annotations.Nullable;

/** Prints how long searches take in a log of 5 million events of some 300 bytes. A program to run by hand, not a test. */
final class EventSearchRate {
    private static final long EVENTS = 5_000_000;
    private static final Duration WITHIN = Duration.ofMillis(1_500);

    private EventSearchRate() {}

    public static void main(String[] args) throws Exception {
        try (var server = EmbeddedPostgres.builder().start()) {
            DataSource dataSource = server.getPostgresDatabase();
            EventLog.open(LogConfig.of("toy"), dataSource, new Toy("toy"), List.of())
                    .close();
            ToyLog.sql(dataSource, """
                    INSERT INTO log.event SELECT n, 'account/a' || mod(n, 10000), 1 + n / 10000, gen_random_uuid(),
                        CASE WHEN mod(n, 1000000) = 0 THEN 'toy.seldom' ELSE 'toy.deposited' END, 1, now(),
                        timestamptz '2018-01-01' + n * interval '1 second', 'user:someone', 'command:user:someone/' || n,
                        'correlation-' || n, convert_to('{"account":"a' || mod(n, 10000) || '","learnerId":"L-' || mod(n, 50000)
                        || '","text":"' || repeat('x', 220) || '"}', 'UTF8'), sha256(convert_to(n::text, 'UTF8'))
                    FROM generate_series(1, %d) n""".formatted(EVENTS));
            var search = new EventSearch(dataSource, "toy");
            var moment = Instant.parse("2018-01-20T00:00:00Z");
            for (int round = 0; round < 2; round++) {
                time("newest 50", () -> search.find(EventQuery.newest(50), WITHIN));
                time("a stream", () -> search.find(query("account/a77", null, null, null), WITHIN));
                time("a moment", () -> search.find(query(null, null, null, moment), WITHIN));
                time("a cause", () -> search.causedBy(List.of("input:somewhere/4711"), EventQuery.newest(50)));
                time("a common type", () -> search.find(query(null, "deposited", null, null), WITHIN));
                whole("a seldom type", search, query(null, "seldom", null, null));
                whole("a learner", search, query(null, null, "L-777", null));
            }
        }
    }

    private static EventQuery query(
            @Nullable String stream, @Nullable String type, @Nullable String about, @Nullable Instant to) {
        return new EventQuery(stream, type, about, null, to, false, null, null, null, 200);
    }

    private static void time(String what, Runnable search) {
        long begun = System.nanoTime();
        search.run();
        System.out.printf("%-14s %,8.1f ms%n", what, (System.nanoTime() - begun) / 1e6);
    }

    private static void whole(String what, EventSearch search, EventQuery query) {
        long begun = System.nanoTime();
        long longest = 0;
        int requests = 0;
        int found = 0;
        Long before = null;
        do {
            long from = System.nanoTime();
            var q = new EventQuery(
                    query.stream(), query.type(), query.about(), null, null, false, null, null, before, query.limit());
            var page = search.find(q, WITHIN);
            longest = Math.max(longest, System.nanoTime() - from);
            requests++;
            found += page.events().size();
            before = page.next();
        } while (before != null);
        System.out.printf(
                "%-14s %,8.1f ms in %d requests, the longest %,.1f ms, %d found%n",
                what, (System.nanoTime() - begun) / 1e6, requests, longest / 1e6, found);
    }
}
