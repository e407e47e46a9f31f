package org.gongxue.events.reward;

/** 拨款 that was entered wrongly: taken back by its maker or turned down by somebody else, before it was confirmed. */
public record AppropriationRejected(String fundId, int number, String rejectedBy) implements FundEvent {}
