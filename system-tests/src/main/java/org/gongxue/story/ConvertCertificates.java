package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/**
 * A published rule turns an electrician's certificate into three courses of 8 credits. Two learners reach the
 * required credits only by it; a third one's certificate is revoked afterwards, and both pages say so.
 */
final class ConvertCertificates {

    private static final LocalDate DAY = LocalDate.of(2017, 7, 3);
    /** Before any policy rewards a certificate. */
    private static final LocalDate ISSUED_ON = LocalDate.of(2014, 5, 20);

    private final House house;
    private final Checks checks;
    private final Cast cast;
    private final CertificateDesk desk;

    ConvertCertificates(House house, Checks checks, Cast cast) {
        this.house = house;
        this.checks = checks;
        this.cast = cast;
        this.desk = new CertificateDesk(house);
    }

    void play() {
        house.openDay(DAY);
        publishRule();
        for (Worker worker : cast.numbered(Cast.CONVERTED)) {
            convert(worker);
        }
        Worker third = cast.worker(Cast.REVOKED);
        desk.revoke(convert(third).path("outcomeId").asText());
        checks.that("credits once it is revoked", "72 of 80, 0 converted", Progress.mine(house, third));
        JsonNode account = house.as(third.phone()).read(Paths.CREDIT_BANK + "accounts/mine");
        checks.that("the certificate in the account", "revoked", stateOfFirst(account, "outcomes"));
        checks.that("its conversion in the account", "reversed", stateOfFirst(account, "conversions"));
    }

    private static String stateOfFirst(JsonNode account, String list) {
        return account.path(list).path(0).path("state").asText();
    }

    private void publishRule() {
        String publication = desk.proposeRule(DAY);
        Reply byMaker = house.as(Staff.ADMINISTRATOR).attempt(publication, Json.object());
        checks.that("conversion rule published by its maker", 403, byMaker.status());
        house.as(Staff.SECOND_ADMINISTRATOR).command(publication, Json.object());
    }

    /** Deposits a certificate of the worker's own and converts it; gives the outcome. */
    private JsonNode convert(Worker worker) {
        JsonNode outcome = desk.deposit(worker, ISSUED_ON, CertificateDesk.SENIOR_DIGIT);
        JsonNode conversion = desk.convert(worker, outcome);
        checks.that(
                "conversion for learner " + worker.number(),
                "recognized, converted, 8 credits",
                outcome.path("state").asText() + ", " + conversion.path("state").asText() + ", "
                        + conversion.path("credits").asText() + " credits");
        checks.that("credits of learner " + worker.number(), "80 of 80, 8 converted", Progress.mine(house, worker));
        return outcome;
    }
}
