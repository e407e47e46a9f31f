package org.gongxue.events.reward;

import java.time.LocalDate;

/** 过期: the year of the quota ended before a place became free. */
public record EntitlementExpired(String entitlementId, LocalDate on) implements EntitlementEvent {}
