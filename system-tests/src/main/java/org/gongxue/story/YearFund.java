package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A fund of one year.
 *
 * @param prefix what its id begins with, as policies name it
 * @param name its name without the year
 * @param year the fund year
 */
record YearFund(String prefix, String name, int year) {

    /** The fund that pays tuition refunds. */
    static YearFund tuition(int year) {
        return new YearFund("tuition", "学费", year);
    }

    /** The fund that pays skill rewards. */
    static YearFund skill(int year) {
        return new YearFund("skill", "技能奖励", year);
    }

    String id() {
        return prefix + "-" + year;
    }

    /** The body that opens it. */
    JsonNode opening() {
        return Json.object("fundId", id(), "name", name + " " + year + "（样例）", "year", year, "source", "市总工会经费（样例）");
    }
}
