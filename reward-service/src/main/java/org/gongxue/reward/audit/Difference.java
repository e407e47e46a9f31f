package org.gongxue.reward.audit;

/**
 * Something that does not agree.
 *
 * @param what what was compared, such as {@code fund/city-tuition-2017 payableFen} or {@code event 17 leaf}
 * @param index the last event that touched it, or the event itself; 0 if no event did
 * @param live what the live service says, or what the event says of itself
 * @param replayed what the replay found
 */
public record Difference(String what, long index, String live, String replayed) {}
