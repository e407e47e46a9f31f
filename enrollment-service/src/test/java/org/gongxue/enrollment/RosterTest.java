package org.gongxue.enrollment;

import static org.gongxue.enrollment.Api.get;
import static org.gongxue.enrollment.Api.officer;
import static org.gongxue.enrollment.Api.post;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rosters of many workers over HTTP: each item is answered by itself. */
@QuarkusTest
@QuarkusTestResource(EnrollmentTestHouse.class)
class RosterTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger(900);

    @BeforeEach
    void city() {
        Api.foundCityOnce();
    }

    @Test
    void aBadItemIsAnsweredByItselfAndTheOthersGoIn() {
        var good = Api.person(PEOPLE.incrementAndGet(), "BACHELOR");
        var wrongId = new HashMap<>(Api.person(PEOPLE.incrementAndGet(), "BACHELOR"));
        wrongId.put("idNumber", "1.1E+17");
        var noName = new HashMap<>(Api.person(PEOPLE.incrementAndGet(), "BACHELOR"));
        noName.put("name", "");
        post(officer("officer-g"), "learners/batch", Map.of("items", List.of(wrongId, good, noName, good)))
                .statusCode(200)
                .body("results.status", is(List.of("refused", "accepted", "refused", "duplicate")))
                .body("results[0].problem.code", is("ID_NUMBER_FORM"))
                .body("results[0].problem.field", is("idNumber"))
                .body("results[2].problem.field", is("name"));
    }

    @Test
    void aRosterMayBringTheBankCardsAndOneWithAWrongNumberStaysOutWhole() {
        var card = Map.of("accountNumber", "6222 0210 0000 0000 017", "bankName", "工商银行", "bankCode", "102452000016");
        var wrongCard = Map.of("accountNumber", "6222021000000000014", "bankName", "工商银行", "bankCode", "102452000016");
        var good = new HashMap<>(Api.person(PEOPLE.incrementAndGet(), "BACHELOR"));
        good.put("card", card);
        var wrong = new HashMap<>(Api.person(PEOPLE.incrementAndGet(), "BACHELOR"));
        wrong.put("card", wrongCard);
        String learnerId = post(officer("officer-g"), "learners/batch", Map.of("items", List.of(good, wrong)))
                .statusCode(200)
                .body("results.status", is(List.of("accepted", "refused")))
                .body("results[1].problem.code", is("CARD_NUMBER_INVALID"))
                .extract()
                .path("results[0].id");
        get(officer("officer-g"), "learners/" + learnerId).statusCode(200).body("card.tail", is("0017"));
        post(officer("officer-g"), "learners/batch", Map.of("items", List.of(good)))
                .body("results[0].status", is("duplicate"));
        get(officer("officer-g"), "learners/" + learnerId).body("card.version", is(1));
    }

    @Test
    void aRosterSentAgainNeverOverridesTheCardThatCameLater() {
        var old = Map.of("accountNumber", "6222021000000000017", "bankName", "工商银行", "bankCode", "102452000016");
        var later = Map.of("accountNumber", "6222021000000000025", "bankName", "工商银行", "bankCode", "102452000016");
        var worker = new HashMap<>(Api.person(PEOPLE.incrementAndGet(), "BACHELOR"));
        worker.put("card", old);
        String learnerId = post(officer("officer-g"), "learners/batch", Map.of("items", List.of(worker)))
                .extract()
                .path("results[0].id");
        post(officer("officer-g"), "learners/" + learnerId + "/card", later).statusCode(200);
        post(officer("officer-g"), "learners/batch", Map.of("items", List.of(worker)))
                .body("results[0].status", is("duplicate"));
        get(officer("officer-g"), "learners/" + learnerId)
                .body("card.tail", is("0025"))
                .body("card.version", is(2));
    }
}
