package org.gongxue.events.reward;

/**
 * 分配, or 调剂 when the cell had places before: from now on it has this many, never fewer than are in use.
 *
 * @param number the confirmed proposal's number in the grid of this policy and year
 */
public record PlacesAllotted(QuotaCell cell, int places, int number) implements QuotaCellEvent {}
