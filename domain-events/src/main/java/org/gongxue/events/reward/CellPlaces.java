package org.gongxue.events.reward;

/** The places of one cell in a proposal. */
public record CellPlaces(String unitId, String group, int places) {}
