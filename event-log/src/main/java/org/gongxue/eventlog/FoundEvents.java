package org.gongxue.eventlog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, newest first.
 *
 * @param events the events
 * @param next to find more, ask for what is before this index; null when everything has been looked at
 * @param outOfTime whether the time ran out before enough was found: then more may lie before {@code next}
 */
public record FoundEvents(List<Envelope> events, @Nullable Long next, boolean outOfTime) {}
