package org.gongxue.events.reward;

/** 候补 up to and including this position have been promoted, or have left the line before. */
public record WaitlistServed(String fundId, int throughPosition) implements FundEvent {}
