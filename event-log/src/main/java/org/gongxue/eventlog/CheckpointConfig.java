package org.gongxue.eventlog;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a log's checkpoints are made.
 *
 * @param keys the folder of their keys, which nobody but the service may read
 * @param daily the folder for each day's checkpoint; null for none
 * @param every how often a log that grew is signed
 */
public record CheckpointConfig(Path keys, @Nullable Path daily, Duration every) {}
