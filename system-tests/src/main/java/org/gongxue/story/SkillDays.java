package org.gongxue.story;

import java.time.LocalDate;

/** The business days on which a year of the skill reward is played, all of them in September to November. */
record SkillDays(int year) {

    /** Places are allotted and money is appropriated. */
    LocalDate allotted() {
        return LocalDate.of(year, 9, 5);
    }

    LocalDate claimed() {
        return LocalDate.of(year, 9, 10);
    }

    LocalDate drawnUp() {
        return LocalDate.of(year, 9, 28);
    }

    LocalDate paid() {
        return LocalDate.of(year, 10, 9);
    }

    /** Those whose payment was returned have left new cards. */
    LocalDate mended() {
        return LocalDate.of(year, 10, 16);
    }

    LocalDate paidAgain() {
        return LocalDate.of(year, 10, 23);
    }

    LocalDate foundFalse() {
        return LocalDate.of(year, 10, 30);
    }

    LocalDate recovered() {
        return LocalDate.of(year, 11, 6);
    }

    LocalDate replacementPaid() {
        return LocalDate.of(year, 11, 13);
    }

    /** The first business day on which the year's places and lines are over. */
    LocalDate over() {
        return LocalDate.of(year + 1, 1, 2);
    }
}
