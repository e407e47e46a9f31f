package org.gongxue.events.reward;

/** 分录: a signed amount in fen on one account; plus is what comes in. */
public record Posting(LedgerAccount account, long amountFen) {}
