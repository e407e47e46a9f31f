package org.gongxue.events.reward;

/** Everyone in the cell's line through this position got a place, left or expired. */
public record QuotaWaitlistServed(QuotaCell cell, int throughPosition) implements QuotaCellEvent {}
