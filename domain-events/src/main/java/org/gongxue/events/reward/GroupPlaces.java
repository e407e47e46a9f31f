package org.gongxue.events.reward;

/** The places of a group, all units together. */
public record GroupPlaces(String group, int places) {}
