package org.gongxue.reward.fact;

/** What sort of value a fact has. There are no fractions and no clock. */
public enum FactType {
    /** A whole number. */
    WHOLE,
    /** Money in whole fen. */
    FEN,
    /** A date. */
    DAY,
    /** A word: an id or a code. */
    TEXT,
    /** Yes or no. */
    FLAG
}
