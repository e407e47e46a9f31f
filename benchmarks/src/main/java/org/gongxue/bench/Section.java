package org.gongxue.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * One part of the benchmark.
 *
 * @param name its field in the last line
 * @param quick how long it takes with {@code --quick}, for the clock that says how long is left
 * @param full how long it takes without
 * @param measurement what it does
 */
record Section(String name, Duration quick, Duration full, Measurement measurement) {

    /** Does the work on the parts of this run. */
    interface Measurement {
        Found run(Parts parts, boolean quick) throws Exception;
    }

    /**
     * What a section found.
     *
     * @param figures what goes into the last line: rates per second and ratios
     * @param raw everything measured, round by round, for the file of raw results
     */
    record Found(ObjectNode figures, ObjectNode raw) {}

    Duration planned(boolean isQuick) {
        return isQuick ? quick : full;
    }
}
