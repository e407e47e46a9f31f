package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/**
 * Act 3: a published rule turns an electrician's certificate into three courses of 8 credits. Two learners reach the
 * required credits only by it; a third one's certificate is revoked afterwards, and both pages say so.
 */
final class ConvertCertificates {

    private static final LocalDate DAY = LocalDate.of(2017, 7, 3);
    private static final LocalDate ISSUED_ON = LocalDate.of(2016, 5, 20);
    private static final String OCCUPATION = "6-31-01-03";
    private static final String RULE = "electrician-to-machinery";
    /** 高级工 is level three in a certificate number. */
    private static final int SENIOR_DIGIT = 3;

    private final House house;
    private final Checks checks;
    private final Cast cast;

    ConvertCertificates(House house, Checks checks, Cast cast) {
        this.house = house;
        this.checks = checks;
        this.cast = cast;
    }

    void play() {
        house.openDay(DAY);
        publishRule();
        for (Worker worker : cast.numbered(Cast.CONVERTED)) {
            convert(worker);
            checks.that(
                    "credits with the certificate, learner " + worker.number(),
                    "80 of 80, 8 converted",
                    Progress.mine(house, worker));
        }
        Worker third = cast.worker(Cast.REVOKED);
        String outcomeId = convert(third);
        checks.that("credits of the third learner", "80 of 80, 8 converted", Progress.mine(house, third));
        house.as(Staff.ADMINISTRATOR)
                .command(
                        Paths.CREDIT_BANK + "outcomes/" + outcomeId + "/revocation",
                        Json.object("reasonCode", "FALSE_CERTIFICATE"));
        checks.that("credits once it is revoked", "72 of 80, 0 converted", Progress.mine(house, third));
        JsonNode account = house.as(third.phone()).read(Paths.CREDIT_BANK + "accounts/mine");
        checks.that(
                "the certificate in the account",
                "revoked",
                account.path("outcomes").path(0).path("state").asText());
        checks.that(
                "its conversion in the account",
                "reversed",
                account.path("conversions").path(0).path("state").asText());
    }

    private void publishRule() {
        JsonNode proposed = house.as(Staff.ADMINISTRATOR).command(Paths.CREDIT_BANK + "conversion-rules", rule());
        String publication = Paths.CREDIT_BANK + "conversion-rules/" + RULE + "/versions/"
                + proposed.path("ruleVersion").asText() + "/publication";
        Reply byMaker = house.as(Staff.ADMINISTRATOR).attempt(publication, Json.object());
        checks.that("conversion rule published by its maker", 403, byMaker.status());
        house.as(Staff.SECOND_ADMINISTRATOR).command(publication, Json.object());
    }

    private static JsonNode rule() {
        List<JsonNode> courses = University.REPLACEABLE.stream()
                .<JsonNode>map(c -> Json.object("courseCode", c.code(), "courseName", c.name(), "credits", c.credits()))
                .toList();
        return Json.object(
                "ruleId",
                RULE,
                "programId",
                University.NORTHWESTERN.programId(),
                "occupationCodes",
                Json.MAPPER.createArrayNode().add(OCCUPATION),
                "minimumLevel",
                "SENIOR",
                "courses",
                courses,
                "capCredits",
                8,
                "validFrom",
                DAY);
    }

    /** Deposits a certificate of the worker's own and converts it; gives the outcome's id. */
    private String convert(Worker worker) {
        JsonNode outcome = house.as(worker.phone())
                .command(
                        Paths.CREDIT_BANK + "outcomes",
                        Json.object(
                                "certificateNumber",
                                        Synthetic.certificateNumber(ISSUED_ON.getYear(), SENIOR_DIGIT, worker.number()),
                                "occupationCode", OCCUPATION,
                                "occupationEdition", "2015",
                                "occupationName", "电工",
                                "level", "SENIOR",
                                "issuedOn", ISSUED_ON,
                                "route", "TRAINING"));
        String outcomeId = outcome.path("outcomeId").asText();
        String enrollmentId =
                Progress.enrollment(house, worker).path("enrollmentId").asText();
        JsonNode conversion = house.as(worker.phone())
                .command(
                        Paths.CREDIT_BANK + "conversions",
                        Json.object("outcomeId", outcomeId, "enrollmentId", enrollmentId));
        checks.that(
                "conversion for learner " + worker.number(),
                "converted, 8 credits",
                conversion.path("state").asText() + ", "
                        + conversion.path("credits").asText() + " credits");
        return outcomeId;
    }
}
