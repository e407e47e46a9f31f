package org.gongxue.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.gongxue.local.CampusProcess;
import org.gongxue.local.RunningCampus;

/** Kills processes of a campus (SIGKILL) at random moments, one after another, and starts each of them again. */
final class Saboteur implements AutoCloseable {

    /** What is killed; the rest of the house has to live with it. */
    static final List<String> VICTIMS = List.of("reward", "credit-bank", "kafka", "postgres");

    private static final int BEFORE_MILLIS_MAX = 4_000;
    private static final int DOWN_MILLIS_MAX = 1_500;

    private final RunningCampus campus;
    private final List<Kill> kills;
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch over = new CountDownLatch(1);
    private final Future<Boolean> work;
    private final long begun = System.nanoTime();

    /**
     * One kill.
     *
     * @param victim the process
     * @param beforeMillis how long after the former one was up again
     * @param downMillis how long it stays dead
     */
    private record Kill(String victim, int beforeMillis, int downMillis) {}

    /** Begins at once; each victim is killed once, in an order and at moments that the random numbers decide. */
    Saboteur(RunningCampus campus, House house, Random random) {
        this.campus = campus;
        List<String> order = new ArrayList<>(VICTIMS);
        Collections.shuffle(order, random);
        this.kills = order.stream()
                .map(victim -> new Kill(victim, random.nextInt(BEFORE_MILLIS_MAX), random.nextInt(DOWN_MILLIS_MAX)))
                .toList();
        this.work = house.aside(this::kill);
    }

    private boolean kill() throws InterruptedException {
        for (Kill kill : kills) {
            if (over.await(kill.beforeMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            CampusProcess victim = campus.process(kill.victim());
            done.add(String.format(Locale.ROOT, "%s at %.1f s", kill.victim(), (System.nanoTime() - begun) / 1e9));
            victim.kill9();
            over.await(kill.downMillis(), TimeUnit.MILLISECONDS);
            victim.restart();
        }
        return true;
    }

    /** What was killed so far, and when. */
    String report() {
        return String.join(", ", done);
    }

    /** Kills nothing more, and returns when everything is up again. */
    @Override
    public void close() {
        over.countDown();
        House.join(work);
    }
}
