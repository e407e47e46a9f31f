package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;

/** A fund's accounts as the finance office sees them, in fen. */
record FundBalance(
        long appropriatedFen, long payableFen, long inTransitFen, long paidFen, long receivableFen, long availableFen) {

    /** Reads a fund's balance now. */
    static FundBalance read(House house, String fundId) {
        for (JsonNode fund : house.as(Staff.FINANCE).readAll(Paths.REWARD + "funds")) {
            if (fund.path("fundId").asText().equals(fundId)) {
                return new FundBalance(
                        fund.path("appropriatedFen").asLong(),
                        fund.path("payableFen").asLong(),
                        fund.path("inTransitFen").asLong(),
                        fund.path("paidFen").asLong(),
                        fund.path("receivableFen").asLong(),
                        fund.path("availableFen").asLong());
            }
        }
        throw new IllegalStateException("there is no fund " + fundId);
    }
}
