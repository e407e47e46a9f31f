package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/** Electricians' certificates of level three (高级工), and the rule by which one counts as three courses of 8 credits. */
final class CertificateDesk {

    /** The digit of 高级工 in a certificate number. */
    static final int SENIOR_DIGIT = 3;

    private static final String OCCUPATION = "6-31-01-03";
    private static final String RULE = "electrician-to-machinery";
    private static final int CAP_CREDITS = 8;

    private final House house;

    CertificateDesk(House house) {
        this.house = house;
    }

    /** The maker's part of the rule; the answer is the path at which the checker publishes it. */
    String proposeRule(LocalDate validFrom) {
        List<JsonNode> courses = University.REPLACEABLE.stream()
                .<JsonNode>map(c -> Json.object("courseCode", c.code(), "courseName", c.name(), "credits", c.credits()))
                .toList();
        JsonNode proposed = house.as(Staff.ADMINISTRATOR)
                .command(
                        Paths.CREDIT_BANK + "conversion-rules",
                        Json.object(
                                "ruleId", RULE,
                                "programId", University.NORTHWESTERN.programId(),
                                "occupationCodes", Json.MAPPER.createArrayNode().add(OCCUPATION),
                                "minimumLevel", "SENIOR",
                                "courses", courses,
                                "capCredits", CAP_CREDITS,
                                "validFrom", validFrom));
        return Paths.CREDIT_BANK + "conversion-rules/" + RULE + "/versions/"
                + proposed.path("ruleVersion").asText() + "/publication";
    }

    /** A worker hands in an own certificate of 高级工 whose number holds this level digit. */
    JsonNode deposit(Worker worker, LocalDate issuedOn, int levelDigit) {
        return house.as(worker.phone())
                .command(
                        Paths.CREDIT_BANK + "outcomes",
                        Json.object(
                                "certificateNumber",
                                        Synthetic.certificateNumber(issuedOn.getYear(), levelDigit, worker.number()),
                                "occupationCode", OCCUPATION,
                                "occupationEdition", "2015",
                                "occupationName", "电工",
                                "level", "SENIOR",
                                "issuedOn", issuedOn,
                                "route", "TRAINING"));
    }

    /** A worker has a recognised outcome count in the own enrollment. */
    JsonNode convert(Worker worker, JsonNode outcome) {
        return house.as(worker.phone())
                .command(
                        Paths.CREDIT_BANK + "conversions",
                        Json.object(
                                "outcomeId", outcome.path("outcomeId").asText(),
                                "enrollmentId",
                                        Progress.enrollment(house, worker)
                                                .path("enrollmentId")
                                                .asText()));
    }

    /** One administrator proposes to revoke a recognised outcome, the other confirms. */
    void revoke(String outcomeId) {
        String revocation = Paths.CREDIT_BANK + "outcomes/" + outcomeId + "/revocation";
        JsonNode reason = Json.object("reasonCode", "FALSE_CERTIFICATE");
        house.as(Staff.ADMINISTRATOR).command(revocation, reason);
        house.as(Staff.SECOND_ADMINISTRATOR).command(revocation + "/confirmation", reason);
    }
}
