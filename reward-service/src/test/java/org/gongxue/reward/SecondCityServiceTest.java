package org.gongxue.reward;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.reward.RewardCity.API;
import static org.gongxue.reward.RewardCity.admin;
import static org.gongxue.reward.RewardCity.finance;
import static org.gongxue.reward.RewardCity.fundOf;
import static org.gongxue.reward.RewardCity.learner;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.CertificateForm;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.enrollment.Affiliation;
import org.gongxue.events.enrollment.Ownership;
import org.gongxue.events.enrollment.UnitLevel;
import org.gongxue.events.enrollment.UnitRegistered;
import org.gongxue.kit.testing.PublishedSource.Say;
import org.gongxue.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A city that nobody thought of when the code was written: other groups, amounts and ceilings, two unions that pay 60:40,
 * and refusal instead of a waiting line. Its policy is a file written by docs/policies.md, published as it is.
 */
@QuarkusTest
@QuarkusTestResource(RewardHouse.class)
class SecondCityServiceTest {

    private static final String POLICY = "invented-city-skill-match";
    private static final String CITY_FUND = "invented-city-union-2018";
    private static final String DISTRICT_FUND = "invented-district-union-2018";
    private static final LocalDate ISSUED = LocalDate.of(2018, 2, 1);
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    private RewardCity city;

    @BeforeEach
    void theCityStands() throws SQLException {
        city = RewardCity.standing(dataSource, log);
    }

    @Test
    void anInventedCitysPolicyPaysRightFromItsFileAlone() throws IOException {
        city.publish(RewardStory.skillMatch());
        city.fund(CITY_FUND, 2018, 1_000_000);
        city.fund(DISTRICT_FUND, 2018, 311_110);
        unit("plant", Affiliation.NONE);
        unit("railway", Affiliation.CENTRAL);
        allot(Map.of("plant 技师以上", 2, "plant 高级工", 2, "plant 初中级工", 2, "railway 初中级工", 1));

        owed("match-technician", "plant", SkillLevel.TECHNICIAN, AcquisitionRoute.SELF_STUDY, 300_000, 180_000, 120_000)
                .body("group", is("技师以上"))
                .body("quota.unitId", is("plant"))
                .body("quota.used", is(1));
        // 1,888.88 yuan: 1,133.328 and 755.552 to the fen by the largest remainder
        owed("match-senior-a", "plant", SkillLevel.SENIOR, AcquisitionRoute.CONTEST, 188_888, 113_333, 75_555);
        owed("match-senior-b", "plant", SkillLevel.SENIOR, AcquisitionRoute.TRAINING, 150_000, 90_000, 60_000);
        refused("match-senior-c", "plant", SkillLevel.SENIOR, AcquisitionRoute.TRAINING, ISSUED)
                .body("reasons.code", contains("QUOTA_FULL"));
        owed("match-beginner", "plant", SkillLevel.BEGINNER, AcquisitionRoute.CONTEST, 88_888, 53_333, 35_555);

        refused("match-railway-a", "railway", SkillLevel.BEGINNER, AcquisitionRoute.TRAINING, ISSUED)
                .body("reasons.code", contains("CENTRAL_BY_CONTEST_ONLY"))
                .body("reasons[0].text", containsString("中央单位职工须参加竞赛取得：您的情况是“培训”，需要“竞赛”"));
        refused("match-late", "plant", SkillLevel.INTERMEDIATE, AcquisitionRoute.TRAINING, LocalDate.of(2018, 1, 2))
                .body("reasons.code", contains("CLAIMED_TOO_LATE"))
                .body("reasons[0].value", is("72"));
        // the district's fund has 20,000 fen left, the city's has more than enough
        refused("match-railway-b", "railway", SkillLevel.INTERMEDIATE, AcquisitionRoute.CONTEST, ISSUED)
                .body("reasons.code", contains("FUND_SHORT"))
                .body("reasons[0].value", is(DISTRICT_FUND));
        placesUsed("railway", "初中级工", 0);
        placesUsed("plant", "高级工", 2);

        balances("payableFen", 436_666, 291_110);
        allArePaidInOneBatch();
        balances("paidFen", 436_666, 291_110);
        balances("payableFen", 0, 0);
        fundOf(DISTRICT_FUND).body("availableFen", is(20_000));
    }

    /** The leading union's batch pays each person the whole in one line; every fund moves its part. */
    private void allArePaidInOneBatch() throws IOException {
        var batch = finance("finance1")
                .body(Map.of("fundId", CITY_FUND, "purpose", "SKILL_REWARD"))
                .post(API + "batches")
                .then()
                .statusCode(201)
                .body("lines", is(4))
                .body("totalFen", is(727_776))
                .extract()
                .<String>path("batchId");
        finance("finance1").post(API + "batches/" + batch + "/freeze").then().statusCode(200);
        finance("finance2").post(API + "batches/" + batch + "/approval").then().statusCode(200);
        balances("inTransitFen", 436_666, 291_110);
        var lines = BankSheet.lines(finance("finance1")
                .get(API + "batches/" + batch + "/export.xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        assertThat(lines)
                .extracting(BankSheet.Line::yuan)
                .containsExactlyInAnyOrder("3000.00", "1888.88", "1500.00", "888.88");
        var results = new ArrayList<List<String>>();
        for (var line : lines) {
            results.add(List.of(line.paymentNumber(), "成功", "", "B" + line.paymentNumber(), "2018-03-15 10:00:00"));
        }
        given().auth()
                .oauth2(Tokens.of("finance1", "finance"))
                .multiPart("file", "回盘.xlsx", BankSheet.results(results), XLSX)
                .post(API + "batches/" + batch + "/results")
                .then()
                .statusCode(200)
                .body("paid", is(4));
    }

    private ValidatableResponse owed(
            String n, String unit, SkillLevel level, AcquisitionRoute route, int fen, int cityFen, int districtFen) {
        return claimed(n, unit, level, route, ISSUED)
                .body("state", is("approved"))
                .body("amountFen", is(fen))
                .body("shares.fundId", contains(CITY_FUND, DISTRICT_FUND))
                .body("shares.amountFen", contains(cityFen, districtFen));
    }

    private ValidatableResponse refused(
            String n, String unit, SkillLevel level, AcquisitionRoute route, LocalDate issuedOn) {
        return claimed(n, unit, level, route, issuedOn).body("state", is("refused"));
    }

    /** A worker hands a certificate in today and the credit bank recognises it; what the worker then sees. */
    private ValidatableResponse claimed(
            String n, String unit, SkillLevel level, AcquisitionRoute route, LocalDate issuedOn) {
        city.works(n, unit);
        var id = "O-" + n;
        city.bankSays(List.of(
                Say.of("outcome/" + id, deposited(id, "learner-" + n, level, route, issuedOn)),
                Say.of("outcome/" + id, new OutcomeRecognized(id, "learner-" + n, level, null, null))));
        return learner(n)
                .get(API + "entitlements/mine")
                .then()
                .statusCode(200)
                .rootPath("items.find { it.policyId == '" + POLICY + "' }.");
    }

    private static OutcomeDeposited deposited(
            String id, String learnerId, SkillLevel level, AcquisitionRoute route, LocalDate issuedOn) {
        return new OutcomeDeposited(
                id,
                learnerId,
                OutcomeKind.SKILL_CERTIFICATE,
                "token-" + id,
                CertificateForm.DIGITS_16,
                null,
                "6-29-01-06",
                "2015",
                "焊工",
                level,
                null,
                null,
                issuedOn,
                route,
                RewardCity.TODAY,
                "user:officer");
    }

    private void unit(String id, Affiliation affiliation) {
        city.seen(city.say(
                "unit/" + id,
                new UnitRegistered(
                        id,
                        "d1",
                        "样例单位 " + id,
                        UnitLevel.GRASSROOTS,
                        Ownership.STATE,
                        affiliation,
                        null,
                        null,
                        List.of("city", "d1", id))));
    }

    private static void allot(Map<String, Integer> places) {
        var cells = places.entrySet().stream()
                .map(cell -> Map.of(
                        "unitId",
                        cell.getKey().split(" ", 2)[0],
                        "group",
                        cell.getKey().split(" ", 2)[1],
                        "places",
                        cell.getValue()))
                .toList();
        var proposed = admin("admin1")
                .body(Map.of("policyVersion", 1, "reasonCode", "ALLOTMENT", "cells", cells))
                .post(API + "quotas/" + POLICY + "/2018/proposals")
                .then()
                .statusCode(201)
                .extract();
        admin("admin2")
                .body(Map.of("digest", proposed.<String>path("digest")))
                .post(API + "quotas/" + POLICY + "/2018/proposals/" + proposed.path("number") + "/confirmation")
                .then()
                .statusCode(200);
    }

    private static void placesUsed(String unit, String group, int used) {
        admin("admin1")
                .get(API + "quotas/" + POLICY + "/2018")
                .then()
                .statusCode(200)
                .body("cells.find { it.unitId == '" + unit + "' && it.group == '" + group + "' }.used", is(used));
    }

    private static void balances(String account, int cityFen, int districtFen) {
        fundOf(CITY_FUND).body(account, is(cityFen));
        fundOf(DISTRICT_FUND).body(account, is(districtFen));
    }
}
