package org.gongxue.story;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the story found.
 *
 * @param acts the acts with their checks
 * @param events how many events each service's log holds, by service
 * @param replay the replay of the present
 * @param seconds how long the acts before the replay took
 * @param failure why the story could not be played to its end, if it could not
 */
public record StoryReport(
        List<Act> acts,
        Map<String, Long> events,
        Replay replay,
        double seconds,
        @Nullable RuntimeException failure) {

    /** Whether the story was played to its end and every check of every act holds. */
    public boolean ok() {
        return failure == null && acts.stream().allMatch(Act::holds);
    }
}
