package org.gongxue.events.reward;

/** A term of a computed amount: the fact's value in fen, negative when it is subtracted. */
public record AmountTerm(String fact, long amountFen) {}
