package org.gongxue.story;

import java.util.List;
import java.util.Map;

/**
 * What the story found.
 *
 * @param acts the acts with their checks
 * @param events how many events each service's log holds, by service
 * @param replay the replay of the present
 * @param seconds how long the acts before the replay took
 */
public record StoryReport(List<Act> acts, Map<String, Long> events, Replay replay, double seconds) {

    /** Whether every check of every act holds. */
    public boolean ok() {
        return acts.stream().flatMap(act -> act.checks().stream()).allMatch(Check::holds);
    }
}
