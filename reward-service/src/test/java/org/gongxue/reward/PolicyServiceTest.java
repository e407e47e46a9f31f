package org.gongxue.reward;

import static org.gongxue.reward.RewardCity.API;
import static org.gongxue.reward.RewardCity.admin;
import static org.gongxue.reward.RewardCity.learner;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.gongxue.eventlog.EventLog;
import org.gongxue.reward.fact.FactVocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies over HTTP: checked with the conflict shown, compared, published by two. */
@QuarkusTest
@QuarkusTestResource(RewardHouse.class)
class PolicyServiceTest {

    /** The skill rewards under another name, so that publishing them concerns no other test. */
    private static final String REWARD = RewardStory.skillReward().replace("qingdao-", "other-city-");

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
    void anAdministratorSeesWhatTheNextVersionWouldChangeBeforePublishingIt() {
        var first = REWARD.replace("other-city-", "changed-city-");
        city.publish(first);
        var second = first.replace("\"version\": 1", "\"version\": 2")
                .replace("2015-01-01", "2018-01-01")
                .replace("2017-12-31", "2018-12-31")
                .replace("\"fen\": 200000", "\"fen\": 300000")
                .replace("\"shortfall\": \"waitlist\"", "\"shortfall\": \"refuse\"");
        admin("admin1").body(second).post(API + "policies").then().statusCode(201);
        admin("admin1")
                .get(API + "policies/changed-city-skill-reward/versions/2")
                .then()
                .statusCode(200)
                .body("state", is("draft"))
                .body("proposedByMe", is(true));
        admin("admin2")
                .get(API + "policies/changed-city-skill-reward/versions/2/difference?from=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items.what", contains("有效期 › 起始日", "有效期 › 截止日", "金额 › 金额表 › 行 › 3 › 元", "资金或名额不足时"))
                .body("items.before", contains("2015-01-01", "2017-12-31", "2000.00", "候补"))
                .body("items.after", contains("2018-01-01", "2018-12-31", "3000.00", "不予支付"))
                .body("items[2].place", is("/amount/table/rows/3/fen"));
        admin("admin2")
                .header("Accept-Language", "en")
                .get(API + "policies/changed-city-skill-reward/versions/1/difference?from=2")
                .then()
                .body("items.what", hasItem("validity › from"))
                .body("items[3].what", is("shortfall"))
                .body("items[3].after", is("waitlist"));
        learner("nobody")
                .get(API + "policies/changed-city-skill-reward/versions/2/difference?from=1")
                .then()
                .statusCode(404);
        admin("admin2")
                .get(API + "policies/changed-city-skill-reward/versions/1/difference")
                .then()
                .statusCode(400);
    }

    @Test
    void theListTellsDraftsFromWhatIsPublishedAndWhoseTurnItIs() {
        var draft = REWARD.replace("other-city-", "draft-city-");
        var digest = admin("admin1")
                .body(draft)
                .post(API + "policies")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("digest");
        var path = "items.find { it.policyId == 'draft-city-skill-reward' }.";
        admin("admin2")
                .get(API + "policies")
                .then()
                .body(path + "state", is("draft"))
                .body(path + "digest", is(digest))
                .body(path + "proposedByMe", is(false))
                .body(path + "document", nullValue());
        admin("admin1").get(API + "policies").then().body(path + "proposedByMe", is(true));
        learner("nobody").get(API + "policies").then().statusCode(200).body("items.state", not(hasItems("draft")));
    }

    @Test
    void whatNobodyCouldCarryOutIsRefusedWithTheConflictInWords() {
        refused(
                REWARD.replace("\"value\": 1\n", "\"value\": 9\n")
                        .replace(
                                "\"groups\": [",
                                "\"groups\": [" + group("9", "NONE") + "," + group("8b", "NONE") + ","),
                "POLICY_GROUP_SHADOWED",
                "“8b”组轮不到任何人：符合它的人都已归入前面的“9”组。",
                "Nobody comes to the group \"8b\"");
        refused(
                REWARD.replace("{ \"when\": [\"8\"], \"fen\": 100000 }", "{ \"when\": [\"3\"], \"fen\": 1 }"),
                "POLICY_ROW_TWICE",
                "金额表里“3”写了两行",
                "two rows for \"3\"");
        refused(
                REWARD.replace(
                        "{ \"prefix\": \"skill\" }", "{ \"prefix\": \"a\", \"share\": { \"of\": 3, \"in\": 5 } }"),
                "POLICY_MISSHAPEN",
                "/funds/from/0/prefix",
                "/funds/from/0/prefix");
        refused(
                REWARD.replace(
                        "{ \"prefix\": \"skill\" }", "{ \"prefix\": \"aa\", \"share\": { \"of\": 3, \"in\": 5 } }"),
                "POLICY_SHARES",
                "各方的比例是 3/5 = 3/5，合起来必须正好是 1",
                "must come to exactly 1");
        refused(
                REWARD.replaceAll("\\{ \"year\": 2016, \"group\": \"8\", \"places\": 2000 \\},", ""),
                "POLICY_CEILING_MISSING",
                "缺少“2016, 8”的名额上限",
                "no ceiling for \"2016, 8\"");
    }

    @Test
    void everyFactIsListedWithItsNameAndItsWords() {
        admin("admin1")
                .get(API + "policies/facts")
                .then()
                .statusCode(200)
                .body("fact", contains(FactVocabulary.all().keySet().toArray()))
                .body("find { it.fact == 'outcome.heldBefore' }.text", is("原有最高等级"))
                .body("find { it.fact == 'outcome.heldBefore' }.words.find { it.value == 'NONE' }.text", is("没有等级"))
                .body("find { it.fact == 'outcome.levelRank' }.type", is("WHOLE"))
                .body("find { it.fact == 'outcome.levelRank' }.words", empty())
                .body("find { it.fact == 'tuition.paidFen' }.sources", contains("graduation-confirmed"))
                .body(
                        "find { it.fact == 'unit.ownership' }.sources",
                        contains("graduation-confirmed", "outcome-judged"));
    }

    private static String group(String name, String level) {
        return "{\"name\": \"" + name + "\", \"when\": [{\"name\": \"等级\", \"article\": \"x\", \"fact\":"
                + " \"outcome.heldBefore\", \"comparison\": \"equals\", \"value\": \"" + level + "\"}]}";
    }

    private static void refused(String document, String code, String chinese, String english) {
        for (var told : Map.of("zh-CN", chinese, "en", english).entrySet()) {
            admin("admin1")
                    .header("Accept-Language", told.getKey())
                    .body(document)
                    .post(API + "policies")
                    .then()
                    .statusCode(422)
                    .body("code", is(code))
                    .body("detail", containsString(told.getValue()));
        }
    }
}
