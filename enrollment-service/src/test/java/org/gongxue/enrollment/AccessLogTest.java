package org.gongxue.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.enrollment.Api.as;
import static org.gongxue.enrollment.Api.get;
import static org.gongxue.enrollment.Api.officer;
import static org.gongxue.enrollment.Api.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongxue.kit.door.Roles;
import org.gongxue.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who looked at whom, over HTTP. */
@QuarkusTest
@QuarkusTestResource(EnrollmentTestHouse.class)
class AccessLogTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger(1_700);
    private static final AtomicBoolean APPOINTED = new AtomicBoolean();
    private static final String LOG = "access-log";

    @BeforeEach
    void city() {
        Api.foundCityOnce();
        if (APPOINTED.compareAndSet(false, true)) {
            Api.appoint("auditor-l", "*", "AUDITOR");
        }
    }

    @Test
    void everyLookAtALearnerIsThereNewestFirstTheAdministratorsAndTheAuditorsOwnIncluded() {
        var learnerId = Api.registered(PEOPLE.incrementAndGet());
        get(officer("officer-g"), "learners/" + learnerId + "?purpose=first").statusCode(200);
        get(Api.admin(), "learners/" + learnerId + "?purpose=second").statusCode(200);
        reveal(auditor(), learnerId, "third");
        get(auditor(), LOG + "?learner=" + learnerId)
                .statusCode(200)
                .body("items.findAll { it.part == 'profile' }.purpose", contains("third", "second", "first"))
                .body("items.learnerId", everyItem(is(learnerId)))
                .body("items[0].actor", is("user:" + Tokens.subject("auditor-l")));
        get(auditor(), LOG + "?learner=" + learnerId + "&actor=" + Tokens.subject("admin1"))
                .statusCode(200)
                .body("items.purpose", contains("second", "second"));
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        var learnerId = Api.registered(PEOPLE.incrementAndGet());
        reveal(auditor(), learnerId, "one");
        reveal(auditor(), learnerId, "two");
        var first = get(auditor(), LOG + "?limit=1&learner=" + learnerId)
                .body("items.purpose", contains("two"))
                .extract();
        get(auditor(), LOG + "?limit=1&learner=" + learnerId + "&before=" + first.path("next"))
                .body("items.purpose", contains("one"))
                .body("next", nullValue());
    }

    @Test
    void aRevealIsForMinutesAndLeavesItsPurposeAndItsEnd() {
        var number = PEOPLE.incrementAndGet();
        var learnerId = Api.registered(number);
        var answer = post(
                        auditor(),
                        LOG + "/reveals",
                        Map.of("learnerId", learnerId, "purpose", "compare with the bank's statement"))
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("name", is(Api.person(number, "SENIOR_SECONDARY").get("name")))
                .body("idNumber", is(People.idNumber(number)))
                .extract();
        var until = Instant.parse(answer.path("until"));
        assertThat(until).isBetween(Instant.now().plusSeconds(60), Instant.now().plus(Duration.ofMinutes(5)));
        get(auditor(), LOG + "?learner=" + learnerId)
                .body("items[0].purpose", is("compare with the bank's statement"))
                .body("items[0].context", is("until " + until));
    }

    @Test
    void aRevealWithoutAPurposeIsRefusedAndOneOfNobodyIsNotFound() {
        var learnerId = Api.registered(PEOPLE.incrementAndGet());
        post(auditor(), LOG + "/reveals", Map.of("learnerId", learnerId)).statusCode(400);
        post(auditor(), LOG + "/reveals", Map.of("learnerId", "L-nobody", "purpose", "x"))
                .statusCode(404);
        get(auditor(), LOG + "?learner=" + learnerId).body("items", hasSize(0));
    }

    @Test
    void onlyAnAppointedAuditorReadsItAndNobodyElseReveals() {
        var body = Map.of("learnerId", "L-1", "purpose", "x");
        for (var other :
                new RequestSpecification[] {Api.admin(), officer("officer-d"), as("auditor-nowhere", Roles.AUDITOR)}) {
            get(other, LOG).statusCode(403);
        }
        post(Api.admin(), LOG + "/reveals", body).statusCode(403);
        post(as("auditor-nowhere", Roles.AUDITOR), LOG + "/reveals", body).statusCode(403);
    }

    private static RequestSpecification auditor() {
        return as("auditor-l", Roles.AUDITOR);
    }

    private static void reveal(RequestSpecification caller, String learnerId, String purpose) {
        post(caller, LOG + "/reveals", Map.of("learnerId", learnerId, "purpose", purpose))
                .statusCode(201);
    }
}
