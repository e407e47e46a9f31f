package org.gongxue.events.reward;

/** 资金: a pot of one year and source, without money yet. */
public record FundOpened(String fundId, String name, int year, String source) implements FundEvent {}
