package org.gongxue.creditbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.CreditBankCity.admin;
import static org.gongxue.creditbank.CreditBankCity.as;
import static org.gongxue.creditbank.CreditBankCity.certificate;
import static org.gongxue.creditbank.CreditBankCity.deposit;
import static org.gongxue.creditbank.CreditBankCity.learner;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.gongxue.eventlog.EventLog;
import org.gongxue.kit.door.Roles;
import org.gongxue.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The log over HTTP: one event after the other, their causes and their effects. */
@QuarkusTest
@QuarkusTestResource(CreditBankHouse.class)
class LogEventsTest {

    private static final String EVENTS = CreditBankCity.API + "log/events";
    private static final String LOOKS = CreditBankCity.API + "log/looks";

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    private CreditBankCity city;

    @BeforeEach
    void cityIsKnown() throws SQLException {
        city = CreditBankCity.standing(dataSource, log);
    }

    @Test
    void fromACommandToItsEventsAndBack() {
        city.seen(city.register("L-liu"));
        var outcomeId = deposit(learner("L-liu"), "me", certificate("16", 4), "INTERMEDIATE")
                .statusCode(201)
                .extract()
                .<String>path("outcomeId");
        var deposited = list("?stream=outcome/" + outcomeId)
                .body("service", is("credit-bank"))
                .body("items.words", hasItems("存入学习成果", "学习成果认定"))
                .body("items.type", hasItems("org.gongxue.credit-bank.outcome-deposited"))
                .extract()
                .<Integer>path("items[-1].index");

        var whole = admin("admin1").get(EVENTS + "/" + deposited).then().statusCode(200);
        whole.body("event.version", is(1))
                .body("data.learnerId", is("L-liu"))
                .body("intact", is(true))
                .body("cause.principal", is("user:" + Tokens.subject("L-liu")))
                .body("together.index", hasItems(deposited))
                .body("together.stream", hasItems("outcome/" + outcomeId));
        var command = whole.extract().<String>path("cause.commandId");
        var cause = whole.extract().<String>path("event.cause");
        List<Integer> together = whole.extract().path("together.index");
        for (var asked : List.of(command, cause)) {
            assertThat(list("?cause=" + asked).extract().<List<Integer>>path("items.index"))
                    .containsExactlyInAnyOrderElementsOf(together);
        }
        list("?correlation=" + command).body("items", hasSize(together.size()));
        list("?type=outcome-deposited&cause=" + cause).body("items.index", contains(deposited));
        list("?cause=" + cause + "&after=" + log.lastIndex()).body("items", hasSize(0));
    }

    @Test
    void fromAnotherServicesEventToItsEffectHere() {
        var there = city.register("L-effect");
        city.seen(there);
        list("?cause=enrollment/" + there)
                .body("items.input.source", hasItems("enrollment"))
                .body("items.input.index", hasItems((int) there))
                .body("items.input.words", hasItems("登记学员"))
                .body("items.cause", everyItem(is("input:enrollment/" + there)));
        var effect = list("?learner=L-effect&type=learner-registered")
                .body("items.stream", hasItems("learning-account/L-effect"))
                .extract()
                .<Integer>path("items[0].index");
        admin("admin1")
                .header("Accept-Language", "en")
                .get(EVENTS + "/" + effect)
                .then()
                .statusCode(200)
                .body("event.words", is("Event of another service accepted"))
                .body("cause.source", is("enrollment"))
                .body("cause.index", is((int) there))
                .body("cause.commandId", nullValue())
                .body("data.facts.learnerId", is("L-effect"));
    }

    @Test
    void pagesGoBackThroughTheLogAndEnd() {
        city.seen(city.register("L-pages"));
        var page = list("?limit=2").body("items", hasSize(2)).body("outOfTime", is(false));
        int next = page.extract().path("next");
        list("?limit=2&before=" + next).body("items.index", everyItem(lessThan(next)));
        list("?before=3&limit=100").body("items.index", contains(2, 1)).body("next", nullValue());
        int last = page.extract().path("items[0].index");
        list("?after=" + (last - 1)).body("items[-1].index", is(last));
        list("?from=2000-01-01&to=2000-12-31").body("items", hasSize(0));
        list("?from=2026-01-01&limit=1").body("items", hasSize(1));
        list("?clock=occurred&to=2000-12-31").body("items", hasSize(0));
    }

    static Stream<String> othersThanAdministratorsAndAuditors() {
        return Stream.of(
                Roles.LEARNER,
                Roles.UNION_OFFICER,
                Roles.REGISTRAR,
                Roles.PARTNER_UNIVERSITY,
                Roles.FINANCE,
                Roles.PAYEE_READER);
    }

    @ParameterizedTest
    @MethodSource("othersThanAdministratorsAndAuditors")
    void nobodyElseReadsTheLog(String role) {
        for (var path : List.of(EVENTS, EVENTS + "/1")) {
            as("admin1", role).get(path).then().statusCode(403).body("code", is("ROLE_REQUIRED"));
        }
    }

    @Test
    void aTokenAloneIsNotEnough() {
        for (var path : List.of(EVENTS, EVENTS + "/1")) {
            as("nobody", Roles.ADMINISTRATOR).get(path).then().statusCode(403);
            as("auditor-shinan", Roles.AUDITOR).get(path).then().statusCode(403).body("code", is("NOT_APPOINTED"));
            as("auditor1", Roles.AUDITOR).get(path).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?stream=Account/x",
                "?type=%25",
                "?learner='",
                "?cause=yesterday",
                "?limit=201",
                "?limit=0",
                "?before=0",
                "?from=yesterday",
                "?to=2018-13-01",
                "?clock=wall"
            })
    void whatCannotBeLookedForIsSaid(String query) {
        admin("admin1").get(EVENTS + query).then().statusCode(not(200)).statusCode(lessThan(500));
    }

    @Test
    void whoLooksAtALearnersEventsIsWrittenDownAndAuditorsReadIt() {
        city.seen(city.register("L-seen"));
        int index = list("?learner=L-seen").extract().path("items[0].index");
        admin("admin1").get(EVENTS + "/" + index).then().statusCode(200);
        as("auditor1", Roles.AUDITOR)
                .get(EVENTS + "?stream=learning-account/L-seen")
                .then()
                .statusCode(200);
        list("?limit=1");
        list("?learner=L-nobody");
        var looks = as("auditor1", Roles.AUDITOR)
                .get(LOOKS + "?learner=L-seen&limit=2")
                .then()
                .statusCode(200)
                .body("items.actor", contains("user:" + Tokens.subject("auditor1"), "user:" + Tokens.subject("admin1")))
                .body(
                        "items.asked",
                        contains(startsWith(EVENTS + "?stream=learning-account"), is(EVENTS + "/" + index)));
        as("auditor1", Roles.AUDITOR)
                .get(LOOKS + "?learner=L-seen&cursor=" + looks.extract().<String>path("next"))
                .then()
                .statusCode(200)
                .body("items.asked", contains(EVENTS + "?learner=L-seen"))
                .body("next", nullValue());
        as("auditor1", Roles.AUDITOR).get(LOOKS + "?learner=L-nobody").then().body("items", hasSize(0));
    }

    @Test
    void nobodyButAnAuditorOfTheWholeBankReadsWhoLooked() {
        admin("admin1").get(LOOKS).then().statusCode(403);
        as("auditor-shinan", Roles.AUDITOR).get(LOOKS).then().statusCode(403).body("code", is("NOT_APPOINTED"));
        as("nobody", Roles.AUDITOR).get(LOOKS).then().statusCode(403);
    }

    @Test
    void whatCannotBeLookedForIsSaidOfItsFieldInWords() {
        admin("admin1")
                .get(EVENTS + "?stream=Account/x")
                .then()
                .statusCode(400)
                .body("field", is("stream"))
                .body("detail", is("对象：您填的是“Account/x”，请写“种类/编号”，或只写种类，例如 fund/tuition-2017、fund。"));
        admin("admin1")
                .header("Accept-Language", "en")
                .get(EVENTS + "?from=yesterday")
                .then()
                .statusCode(422)
                .body("field", is("from"))
                .body("detail", containsString("a day or a moment is needed"));
    }

    @Test
    void anIndexThatIsNotThereIsNotFound() {
        admin("admin1").get(EVENTS + "/999999999").then().statusCode(404).body("field", is("index"));
    }

    private static ValidatableResponse list(String query) {
        return admin("admin1").get(EVENTS + query).then().statusCode(200);
    }
}
