package org.gongxue.events.reward;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 重放 has ended. {@code index} is the last event it took in, {@code asOf} the effective date asked for, {@code digest}
 * the SHA-256 of its report in lower-case hex: a report shown later can be held against the log.
 */
public record ReplayReported(
        String replayId, String mode, @Nullable LocalDate asOf, String verdict, long index, String digest)
        implements RewardEvent {}
