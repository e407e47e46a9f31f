package org.gongxue.events.reward;

/** The part of an amount that one fund pays, in fen. */
public record FundShare(String fundId, long amountFen) {}
