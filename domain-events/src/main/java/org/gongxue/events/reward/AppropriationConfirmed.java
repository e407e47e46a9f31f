package org.gongxue.events.reward;

/** 拨款 confirmed by another person; the money is there, a journal entry follows. */
public record AppropriationConfirmed(
        String fundId, int number, String documentNumber, long amountFen, String confirmedBy) implements FundEvent {}
