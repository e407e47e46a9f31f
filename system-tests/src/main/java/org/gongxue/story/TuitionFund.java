package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The fund that tuition refunds of one year are paid from.
 *
 * @param year the fund year
 */
record TuitionFund(int year) {

    String id() {
        return "tuition-" + year;
    }

    /** The body that opens it. */
    JsonNode opening() {
        return Json.object("fundId", id(), "name", "学费 " + year + "（样例）", "year", year, "source", "市总工会经费（样例）");
    }
}
