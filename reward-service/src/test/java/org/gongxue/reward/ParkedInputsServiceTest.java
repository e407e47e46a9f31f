package org.gongxue.reward;

import static org.gongxue.reward.RewardCity.API;
import static org.gongxue.reward.RewardCity.admin;
import static org.gongxue.reward.RewardCity.auditor;
import static org.gongxue.reward.RewardCity.finance;
import static org.gongxue.reward.RewardCity.learner;
import static org.gongxue.reward.RewardCity.officer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A graduation of somebody whom nobody enrolled cannot be decided: it is parked, and two administrators deal with it. */
@QuarkusTest
@QuarkusTestResource(RewardHouse.class)
class ParkedInputsServiceTest {

    private static final String PARKED = API + "parked-inputs";

    private RewardCity city;

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    @BeforeEach
    void theCityStands() throws SQLException {
        city = RewardCity.standing(dataSource, log);
    }

    /** The graduation comes before the enrollment: an error of its source. */
    private long graduatesTooEarly(String n) {
        var index = city.say("enrollment/" + n, RewardStory.graduated(n));
        city.seen(index);
        return index;
    }

    private static ValidatableResponse line(String subject) {
        return admin("admin2")
                .queryParam("subject", subject)
                .get(PARKED + "/line")
                .then();
    }

    private static ValidatableResponse propose(String user, String subject, long index, String discard) {
        var body = discard == null
                ? Map.of("subject", subject, "source", "enrollment", "index", index)
                : Map.of("subject", subject, "source", "enrollment", "index", index, "discard", discard);
        return admin(user).body(body).post(PARKED + "/proposals").then();
    }

    private static String proposed(String subject, long index, String discard) {
        return propose("admin1", subject, index, discard)
                .statusCode(201)
                .header("Log-Index", containsString("reward="))
                .body("decided", is(0))
                .extract()
                .path("proposalId");
    }

    private static ValidatableResponse answer(String user, String subject, String proposalId, String how) {
        return admin(user)
                .body(Map.of("subject", subject))
                .post(PARKED + "/proposals/" + proposalId + "/" + how)
                .then();
    }

    @Test
    void whatIsParkedIsSeenWithItsReasonAndWhatWaitsBehindIt() {
        var index = graduatesTooEarly("early");
        city.seen(city.studies("early", 500_000, true));
        for (var reader : List.of(admin("admin1"), auditor())) {
            reader.get(PARKED)
                    .then()
                    .statusCode(200)
                    .body("next", nullValue())
                    .rootPath("items.find { it.subject == 'learner-early' }")
                    .body("count", is(4))
                    .body("first.source", is("enrollment"))
                    .body("first.index", is((int) index))
                    .body("first.type", is("org.gongxue.enrollment.graduation-confirmed"))
                    .body("first.words", is("确认毕业"))
                    .body("first.failure", is("java.lang.IllegalStateException"))
                    .body("first.reason", containsString("nobody was enrolled"))
                    .body("first.parkedAt", notNullValue())
                    .body("proposal", nullValue());
        }
        line("learner-early")
                .statusCode(200)
                .body("line.count", is(4))
                .body("inputs", hasSize(4))
                .body(
                        "inputs.behind",
                        is(java.util.Arrays.asList(null, "learner-early", "learner-early", "learner-early")));
    }

    @Test
    void aReleaseThatHelpsNothingLeavesItAndADiscardLetsTheOthersThrough() {
        var index = graduatesTooEarly("lost");
        city.seen(city.studies("lost", 500_000, true));
        var release = proposed("learner-lost", index, null);
        line("learner-lost")
                .body("line.proposal.proposalId", is(release))
                .body("line.proposal.discard", nullValue())
                .body("line.proposal.proposedBy", is(Tokens.subject("admin1")));
        answer("admin1", "learner-lost", release, "confirmation")
                .statusCode(403)
                .body("code", is("MAKER_IS_CHECKER"));
        answer("admin2", "learner-lost", release, "confirmation")
                .statusCode(200)
                .header("Log-Index", containsString("reward="))
                .body("decided", is(0))
                .body("count", is(4));

        var drop = proposed("learner-lost", index, "SENT_IN_ERROR");
        line("learner-lost").body("line.proposal.discard", is("SENT_IN_ERROR"));
        answer("admin2", "learner-lost", drop, "confirmation")
                .statusCode(200)
                .body("decided", is(3))
                .body("count", is(0));
        line("learner-lost").statusCode(404).body("code", is("PARKED_NOTHING"));

        city.seen(city.say("enrollment/lost", RewardStory.graduated("lost")));
        learner("lost")
                .get(API + "entitlements/mine")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].state", is("approved"));
    }

    @Test
    void onceWhatWasMissingIsThereAReleaseTakesItIn() {
        var index = graduatesTooEarly("late");
        city.seen(city.say("enrollment/late", enrolledUnderAnotherNumber("late")));
        var rejected = proposed("learner-late", index, null);
        answer("admin2", "learner-late", rejected, "rejection").statusCode(200).body("count", is(1));
        line("learner-late").body("line.proposal", nullValue());
        answer("admin2", "learner-late", rejected, "confirmation")
                .statusCode(409)
                .body("code", is("PARKED_PROPOSAL_SETTLED"));

        var release = proposed("learner-late", index, null);
        answer("admin2", "learner-late", release, "confirmation")
                .statusCode(200)
                .body("decided", is(1))
                .body("count", is(0));
    }

    /** Its source knows the learner twice: the enrollment is under the other number and does not wait behind. */
    private static LearnerEnrolled enrolledUnderAnotherNumber(String n) {
        var e = RewardStory.enrolled(n);
        return new LearnerEnrolled(
                e.enrollmentId(),
                "learner-" + n + "-again",
                e.programId(),
                e.programVersion(),
                e.universityId(),
                e.studentNumber(),
                e.unitId(),
                e.requiredCredits(),
                e.on());
    }

    @Test
    void theSameRequestIsAnsweredOnceAndAChangedLineIsNotDecidedBlindly() {
        var index = graduatesTooEarly("again");
        var key = UUID.randomUUID().toString();
        var body = Map.of("subject", "learner-again", "source", "enrollment", "index", index);
        var first = admin("admin1")
                .header("Idempotency-Key", key)
                .body(body)
                .post(PARKED + "/proposals")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("proposalId");
        admin("admin1")
                .header("Idempotency-Key", key)
                .body(body)
                .post(PARKED + "/proposals")
                .then()
                .statusCode(201)
                .body("proposalId", is(first));
        propose("admin2", "learner-again", index, "UNREADABLE")
                .statusCode(409)
                .body("code", is("PARKED_PROPOSAL_OPEN"))
                .body("detail", is("这里已有一项提议等另一位管理员确认。请先确认或退回它。"));
        answer("admin1", "learner-again", first, "rejection").statusCode(200);
        propose("admin1", "learner-again", index + 1, null)
                .statusCode(409)
                .body("code", is("PARKED_NOT_FIRST"))
                .body("needed", is("enrollment/" + index));
        admin("admin1")
                .header("Accept-Language", "en")
                .body(Map.of("subject", "learner-nobody", "source", "enrollment", "index", 1))
                .post(PARKED + "/proposals")
                .then()
                .statusCode(404)
                .body("detail", containsString("Nothing is parked about learner-nobody"));
        propose("admin1", "no such subject", 1, null).statusCode(400).body("code", is("INVALID_VALUE"));
    }

    @Test
    void onlyAdministratorsOfTheWholeProgramDecideAndAuditorsRead() {
        var index = graduatesTooEarly("secret");
        var id = proposed("learner-secret", index, null);
        for (var stranger :
                List.of(learner("learner"), officer("officer-d1"), finance("finance1"), admin("dismissed"))) {
            stranger.get(PARKED).then().statusCode(403);
        }
        for (var stranger : List.of(auditor(), learner("learner"), officer("officer-d1"), admin("dismissed"))) {
            stranger.body(Map.of("subject", "learner-secret"))
                    .post(PARKED + "/proposals/" + id + "/confirmation")
                    .then()
                    .statusCode(403);
        }
        line("learner-secret").body("line.proposal.proposalId", is(id));
        admin("admin2").get(PARKED).then().body("items.subject", hasItem("learner-secret"));
        admin("admin2").get(PARKED).then().body("items.subject", everyItem(not(is("learner-nobody"))));
    }
}
