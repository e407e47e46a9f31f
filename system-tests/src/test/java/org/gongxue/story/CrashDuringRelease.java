package org.gongxue.story;

import java.time.Instant;
import org.gongxue.local.RunningCampus;

/**
 * Kills the reward service (SIGKILL) when it has taken in about half of the graduations that are being released, and
 * starts it again.
 */
final class CrashDuringRelease {

    /** Half of the 295 rows that the file confirms; each is two events, the graduation and its diploma. */
    private static final int HALF = 295;

    private final RunningCampus campus;
    private final House house;
    private long before;
    private long atKill;
    private long after;

    CrashDuringRelease(RunningCampus campus, House house) {
        this.campus = campus;
        this.house = house;
    }

    /** Waits for the middle, kills, restarts. */
    void crash() {
        before = released();
        Instant end = Instant.now().plus(House.PATIENCE);
        while (atKill < before + HALF) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("nothing is being released");
            }
            atKill = takenIn();
        }
        campus.process("reward").kill9();
        campus.process("reward").restart();
        after = released();
        System.out.printf("    reward killed after %d of %d events of the release%n", atKill - before, after - before);
    }

    private long released() {
        return house.position("enrollment").path("lastIndex").asLong();
    }

    private long takenIn() {
        return house.position("reward").path("inbox").path("enrollment").asLong();
    }

    /** The enrollment log's last index when the release began. */
    long before() {
        return before;
    }

    /** How far the reward service had come in the enrollment log when it was last seen alive. */
    long atKill() {
        return atKill;
    }

    /** The enrollment log's last index when the reward service was ready again. */
    long after() {
        return after;
    }
}
