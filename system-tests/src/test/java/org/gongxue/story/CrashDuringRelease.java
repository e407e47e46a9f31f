package org.gongxue.story;

import java.time.Instant;
import org.gongxue.local.RunningCampus;

/**
 * Kills the reward service (SIGKILL) when it has taken in about half of the graduations that are being released, and
 * starts it again.
 */
final class CrashDuringRelease {

    /** Rows that the released file confirms; each is at least one event. */
    static final int ROWS = 295;

    private final RunningCampus campus;
    private final House house;
    private long before;
    private long atKill;

    CrashDuringRelease(RunningCampus campus, House house) {
        this.campus = campus;
        this.house = house;
    }

    /** Waits for the middle, kills, restarts. */
    void crash() {
        before = house.position("enrollment").path("lastIndex").asLong();
        Instant end = Instant.now().plus(House.PATIENCE);
        while (atKill < before + ROWS / 2) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("nothing is being released");
            }
            atKill = takenIn();
        }
        campus.process("reward").kill9();
        campus.process("reward").restart();
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
}
