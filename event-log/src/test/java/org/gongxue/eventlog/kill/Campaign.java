package org.gongxue.eventlog.kill;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionTimeoutException;

/** Two services under load, and rounds in which something is killed and comes back. */
final class Campaign implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final int WARM_ANSWERS = 300;
    private static final int DEEDS_MEANWHILE = 500;
    private static final int BLIND_MICROS_MAX = 50_000;

    private final House house;
    private final Services services;
    private final Variant variant;
    private final Random random;
    private final Load load;
    private final Map<Integer, Boolean> stood = new TreeMap<>();
    private ServiceProcess process;

    Campaign(House house, Variant variant, long seed) {
        this.house = house;
        this.services = house.services();
        this.variant = variant;
        this.random = new Random(seed);
        this.load = new Load(random, 1);
        this.process = begin().awaitReady();
        load.pourInto(process);
    }

    private ServiceProcess begin() {
        return ServiceProcess.start(house.folder(), services.toy(), services, variant, load::hear);
    }

    /** Kills and brings back; comes to its end when everybody who was on the way then has been answered. */
    List<Tally.Hit> round(Victim victim, Aim aim, Tally tally) {
        awaitAnswers(load.answers() + WARM_ANSWERS);
        long[] postgres = house.postgres().processes();
        aim.await(process.marks(), Duration.ofNanos(1000L * random.nextInt(BLIND_MICROS_MAX)));
        Marks.Moment before = process.marks().now();
        kill(victim, postgres);
        load.goOnFor(DEEDS_MEANWHILE);
        Marks.Moment after = awaitDeath(victim, postgres);
        List<Tally.Hit> hits = Tally.hits(victim, before, after);
        tally.count(victim, hits);
        Set<Integer> onTheirWay = load.unanswered();
        bringBack(victim, onTheirWay, tally);
        load.goOn();
        await().atMost(PATIENCE)
                .pollInterval(LOOK_AGAIN)
                .until(() -> load.unanswered().stream().noneMatch(onTheirWay::contains));
        return hits;
    }

    /** Kills PostgreSQL under load, so many times at most, until the service says that what it saw committed is gone. */
    boolean missesCommits(int roundsMax) {
        for (int round = 0; round < roundsMax && !saysSo(); round++) {
            awaitAnswers(load.answers() + WARM_ANSWERS);
            long[] postgres = house.postgres().processes();
            kill(Victim.POSTGRES, postgres);
            awaitDeath(Victim.POSTGRES, postgres);
            house.postgres().startAgain();
            house.postgres().awaitReady();
            long answered = load.answers();
            await().atMost(PATIENCE)
                    .pollInterval(LOOK_AGAIN)
                    .until(() -> saysSo() || load.answers() > answered + WARM_ANSWERS);
        }
        return saysSo();
    }

    private boolean saysSo() {
        return process.logged().contains("which was committed, is not in the database");
    }

    private void awaitAnswers(long count) {
        await().atMost(PATIENCE).pollInterval(LOOK_AGAIN).until(() -> load.answers() >= count);
    }

    private void kill(Victim victim, long[] postgres) {
        if (victim.takesServices()) {
            process.signal(Signal.KILL);
        }
        if (victim.takesPostgres()) {
            LongStream.of(postgres).forEach(Signal.KILL::send);
        }
        if (victim.takesKafka()) {
            house.kafka().kill();
        }
    }

    private Marks.Moment awaitDeath(Victim victim, long[] postgres) {
        if (victim.takesServices()) {
            process.awaitDeath();
        }
        if (victim.takesPostgres()) {
            house.postgres().awaitDeath(postgres);
        }
        if (victim.takesKafka()) {
            house.kafka().awaitDeath();
        }
        return process.marks().now();
    }

    private void bringBack(Victim victim, Set<Integer> onTheirWay, Tally tally) {
        if (victim.takesKafka()) {
            house.kafka().startAgain();
        }
        if (victim.takesPostgres()) {
            house.postgres().startAgain();
            house.postgres().awaitReady();
        }
        if (victim.takesServices()) {
            tally.countUnanswered(onTheirWay.size(), countDone(onTheirWay));
            process = begin().awaitReady();
            load.pourInto(process);
        }
        if (victim.takesKafka()) {
            house.kafka().awaitReady();
        }
    }

    /** How many of these have been done, once the dead service's last statements have come to their end. */
    private int countDone(Set<Integer> onTheirWay) {
        int done = 0;
        for (String service : List.of(services.mint(), services.toy())) {
            try (Connection c = services.dataSource(service).getConnection()) {
                await().atMost(PATIENCE).pollInterval(LOOK_AGAIN).until(() -> Rows.number(c, """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid()
                          AND backend_type = 'client backend'""") == 0);
                Set<Integer> here = Rows.done(c, onTheirWay);
                here.forEach(deed -> stood.put(deed, true));
                done += here.size();
                onTheirWay.stream()
                        .filter(deed -> !here.contains(deed))
                        .forEach(deed -> stood.putIfAbsent(deed, false));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return done;
    }

    /** Lets everybody be answered and everything come to rest, and the services end in order. */
    void leave() {
        awaitAnswers(load.answers() + WARM_ANSWERS);
        load.goOnFor(0);
        await().atMost(PATIENCE).pollInterval(LOOK_AGAIN).until(load::isQuiet);
        services.awaitRest(PATIENCE);
        process.close();
    }

    /** Starts the services again; the first line they say. */
    String comeBack() {
        process = begin();
        return process.awaitBegun();
    }

    void goOn() {
        load.pourInto(process);
        load.goOn();
    }

    /** Lets everything come to rest and looks at what is left; what is wrong, if anything. */
    List<String> inspect() {
        var found = new ArrayList<String>();
        try {
            leave();
        } catch (ConditionTimeoutException e) {
            found.add("it does not come to rest: " + e.getMessage());
        }
        found.addAll(Inspection.all(Remains.of(services, stood, load)));
        found.addAll(load.failures());
        return found;
    }

    /** Whether such a thing is found now, while the services run. */
    boolean finds(String breach) {
        return Inspection.all(Remains.of(services, stood, load)).stream().anyMatch(wrong -> wrong.matches(breach));
    }

    /** Waits until such a thing is found. */
    void awaitFound(String breach) {
        await(breach).atMost(PATIENCE).pollInterval(LOOK_AGAIN).until(() -> finds(breach));
    }

    /** Waits until somebody is told to come again; why. */
    String awaitSentAway() {
        await().atMost(PATIENCE)
                .pollInterval(LOOK_AGAIN)
                .until(() -> !load.lastReason().isEmpty());
        return load.lastReason();
    }

    Services services() {
        return services;
    }

    ServiceProcess process() {
        return process;
    }

    @Override
    public void close() {
        load.close();
        process.signal(Signal.KILL);
        process.awaitDeath();
    }
}
