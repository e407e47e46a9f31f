package org.gongxue.events.reward;

/** The year's next numbers were given out: so many batches and so many payments. */
public record PaymentNumbersIssued(int year, int batches, int payments) implements RewardEvent {}
