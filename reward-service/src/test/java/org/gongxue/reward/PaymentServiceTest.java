package org.gongxue.reward;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.reward.RewardCity.API;
import static org.gongxue.reward.RewardCity.admin;
import static org.gongxue.reward.RewardCity.auditor;
import static org.gongxue.reward.RewardCity.finance;
import static org.gongxue.reward.RewardCity.fundOf;
import static org.gongxue.reward.RewardCity.learner;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.eclipse.microprofile.config.ConfigProvider;
import org.gongxue.eventlog.EventLog;
import org.gongxue.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what is owed to the bank and back, over HTTP, with the vault as a peer. */
@QuarkusTest
@QuarkusTestResource(RewardHouse.class)
class PaymentServiceTest {

    private static final String FUND = "pay-2016";
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
    void whatIsOwedIsDraftedCheckedExportedPaidReturnedAndPaidAgain() throws Exception {
        threeAreOwedAndOneHasNoCard();
        var batch = draft(2, 1_000, 1);
        step(batch, "freeze", "finance1").statusCode(200).body("state", is("frozen"));
        step(batch, "approval", "finance1").statusCode(403).body("code", is("MAKER_IS_CHECKER"));
        export(batch).statusCode(409).body("code", is("BATCH_STAGE"));
        city.seen(city.say("learner/pay1", RewardStory.card("pay1", 2)));
        mine("pay1").body("items.find { it.fundId == '" + FUND + "' }.state", is("approved"));
        finance("finance2")
                .body(Map.of("lines", 2, "totalFen", 999))
                .post(API + "batches/" + batch + "/approval")
                .then()
                .statusCode(409)
                .body("code", is("CONTROL_TOTAL"));
        step(batch, "approval", "finance2").statusCode(200).body("state", is("approved"));
        mine("pay1").body("items.find { it.fundId == '" + FUND + "' }.state", is("in-payment"));
        fundOf(FUND).body("inTransitFen", is(1_000)).body("payableFen", is(500));

        var numbers = exported(batch, 1);
        var results = BankSheet.results(List.of(
                List.of(numbers.get(0), "成功", "", "BANK1", "2018-03-15 10:00:00"),
                List.of(numbers.get(1), "失败", "账户已销户", "", "2018/03/15 10:01"),
                List.of("P-1999-000001-1", "成功", "", "BANK2", "2018-03-15"),
                List.of(numbers.get(1), "也许", "", "", "2018-03-15")));
        imported(batch, results)
                .statusCode(200)
                .body("lines", is(4))
                .body("paid", is(1))
                .body("returned", is(1))
                .body("unknown", is(1))
                .body("refused", is(1))
                .body("problems.row", contains(4, 5))
                .body("problems.code", contains("PAYMENT_UNKNOWN", "STATUS_UNKNOWN"))
                .body("problems[1].column", is("状态"))
                .body("problems[1].value", is("也许"))
                .body("problems[1].reason", is("“状态”写的是“也许”，应为 成功 / 失败。"));
        var before = log.lastIndex();
        imported(batch, results).body("paid", is(0)).body("returned", is(0)).body("repeated", is(2));
        assertThat(log.lastIndex()).as("only that a file was read").isEqualTo(before + 1);
        imported(batch, BankSheet.results(List.of(List.of(numbers.get(1), "成功", "", "BANK3", "2018-03-15"))))
                .body("paid", is(0))
                .body("contradicting", is(1))
                .body("problems[0].code", is("RESULT_CONTRADICTS"));
        export(batch).statusCode(409).body("code", is("BATCH_SETTLED"));
        fundOf(FUND)
                .body("paidFen", is(400))
                .body("payableFen", is(1_100))
                .body("inTransitFen", is(0))
                .body("returnedFen", is(600));
        mine("pay2")
                .body("items.find { it.fundId == '" + FUND + "' }.state", is("returned"))
                .body("items.find { it.fundId == '" + FUND + "' }.attempts[0].failureText", is("账户已销户"));

        finance("finance1")
                .body(Map.of("fundId", FUND, "purpose", "TUITION_REFUND"))
                .post(API + "batches")
                .then()
                .statusCode(201)
                .body("lines", is(0))
                .body("unmended", is(1))
                .body("withoutAccount", is(1));
        city.seen(city.say("learner/pay2", RewardStory.card("pay2", 2)));
        var second = draft(1, 600, 1);
        step(second, "freeze", "finance1").statusCode(200);
        step(second, "approval", "finance2").statusCode(200);
        var again = exported(second, 2);
        assertThat(again).containsExactly(numbers.get(1).replaceAll("1$", "2"));
        imported(
                        second,
                        BankSheet.results(List.of(List.of(again.getFirst(), "成功", "", "BANK9", "2018-03-15 11:00:00"))))
                .body("paid", is(1));
        mine("pay2")
                .body("items.find { it.fundId == '" + FUND + "' }.state", is("paid"))
                .body(
                        "items.find { it.fundId == '" + FUND + "' }.timeline.state",
                        contains("approved", "in-payment", "returned", "in-payment", "paid"))
                .body("items.find { it.fundId == '" + FUND + "' }.attempts.bankReference", contains(null, "BANK9"));
        fundOf(FUND).body("paidFen", is(1_000)).body("payableFen", is(500));
        noAccountNumberIsKept();
        takenBack(ofFund("pay3"), ofFund("pay1"));
    }

    /** One that was not paid is cancelled, one that was is recovered. */
    private static void takenBack(String unpaid, String paid) {
        var why = Map.of("reasonCode", "FALSE_DIPLOMA");
        finance("finance1")
                .body(why)
                .post(API + "entitlements/" + unpaid + "/cancellation")
                .then()
                .statusCode(403);
        admin("admin1")
                .body(why)
                .post(API + "entitlements/" + unpaid + "/cancellation")
                .then()
                .statusCode(200)
                .body("state", is("cancelled"));
        admin("admin1")
                .body(why)
                .post(API + "entitlements/" + paid + "/cancellation")
                .then()
                .statusCode(409)
                .body("code", is("ENTITLEMENT_STAGE"));
        admin("admin1")
                .body(why)
                .post(API + "entitlements/" + paid + "/recovery")
                .then()
                .statusCode(200)
                .body("state", is("recovering"));
        fundOf(FUND).body("receivableFen", is(400)).body("paidFen", is(600));
        finance("finance1")
                .body(Map.of("bankReference", "BANK77", "on", "2018-03-15"))
                .post(API + "entitlements/" + paid + "/recovery/receipt")
                .then()
                .statusCode(200)
                .body("state", is("recovered"));
        fundOf(FUND).body("receivableFen", is(0)).body("availableFen", is(9_400));
    }

    private static String ofFund(String n) {
        return mine(n).extract().path("items.find { it.fundId == '" + FUND + "' }.entitlementId");
    }

    @Test
    void theSameKeyIsTheSameBatchWhateverBecamePayableSince() {
        city.publish(policy("key", "2012"));
        city.fund("key-2012", 2012, 1_000);
        var first = keyed("batch-key");
        first.statusCode(201).body("lines", is(0));
        graduates("key", "2012", 300, true);
        keyed("batch-key")
                .statusCode(201)
                .body("batchId", is(first.extract().<String>path("batchId")))
                .body("lines", is(0));
        finance("finance1")
                .body(Map.of("fundId", "key-2012", "purpose", "FOR_WANG"))
                .post(API + "batches")
                .then()
                .statusCode(422)
                .body("code", is("PURPOSE_UNKNOWN"));
    }

    private static ValidatableResponse keyed(String key) {
        return finance("finance1")
                .header("Idempotency-Key", key)
                .body(Map.of("fundId", "key-2012", "purpose", "TUITION_REFUND"))
                .post(API + "batches")
                .then();
    }

    @Test
    void batchesAreForAppointedFinanceOfficers() {
        var body = Map.of("fundId", RewardCity.TUITION, "purpose", "TUITION_REFUND");
        auditor().body(body).post(API + "batches").then().statusCode(403);
        finance("nobody")
                .body(body)
                .post(API + "batches")
                .then()
                .statusCode(403)
                .body("code", is("NOT_APPOINTED"));
        finance("finance1")
                .body(Map.of("fundId", "none-2017", "purpose", "TUITION_REFUND"))
                .post(API + "batches")
                .then()
                .statusCode(404)
                .body("code", is("FUND_UNKNOWN"));
        finance("finance1")
                .body(Map.of("fundId", "x"))
                .post(API + "batches")
                .then()
                .statusCode(400);
        auditor().get(API + "batches/B-2018-9999").then().statusCode(404).body("code", is("BATCH_UNKNOWN"));
        auditor().get(API + "batches").then().statusCode(200);
        learner("wang").get(API + "batches").then().statusCode(403);
    }

    @Test
    void aFileThatIsNoResultFileIsToldSo() throws IOException {
        city.publish(policy("file", "2014"));
        city.fund("file-2014", 2014, 1_000);
        graduates("file", "2014", 300, true);
        var batch = draft("file-2014", 1, 300, 0);
        step(batch, "freeze", "finance1").statusCode(200);
        step(batch, "approval", "finance2").statusCode(200);
        imported(batch, "no spreadsheet".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", is("FILE_UNREADABLE"));
        imported(batch, BankSheet.of(List.of(List.of("业务编号", "状态"))))
                .statusCode(422)
                .body("code", is("COLUMN_MISSING"))
                .body("needed", is("失败原因"));
        var early = BankSheet.results(
                List.of(List.of(exported(batch, 1).getFirst(), "成功", "", "B", "2018-03-14 10:00:00")));
        imported(batch, early)
                .statusCode(200)
                .body("paid", is(0))
                .body("refused", is(1))
                .body("problems[0].code", is("IMPOSSIBLE_TIME"));
        given().multiPart("other", "x")
                .auth()
                .oauth2(Tokens.of("finance1", "finance"))
                .post(API + "batches/" + batch + "/results")
                .then()
                .statusCode(400);
    }

    /** Three are owed 400, 600 and 500 fen; the third has left no card. */
    private void threeAreOwedAndOneHasNoCard() {
        city.publish(policy("pay", "2016"));
        city.fund(FUND, 2016, 10_000);
        graduates("pay1", "2016", 400, true);
        graduates("pay2", "2016", 600, true);
        graduates("pay3", "2016", 500, false);
    }

    /** The policy of D2 on another fund, for diplomas of one year. */
    private static String policy(String prefix, String year) {
        return RewardStory.tuitionRefund()
                .replace("qingdao-tuition-refund", prefix + "-policy")
                .replace("\"prefix\": \"tuition\"", "\"prefix\": \"" + prefix + "\"")
                .replace("2015-03-01", year + "-01-01")
                .replace("2018-12-31", year + "-12-31");
    }

    private void graduates(String n, String year, long tuitionFen, boolean card) {
        city.studies(n, tuitionFen, card);
        city.seen(city.say("enrollment/" + n, RewardStory.graduated(n, LocalDate.of(Integer.parseInt(year), 7, 1))));
    }

    private static String draft(int lines, long totalFen, int withoutAccount) {
        return draft(FUND, lines, totalFen, withoutAccount);
    }

    private static String draft(String fundId, int lines, long totalFen, int withoutAccount) {
        return finance("finance1")
                .body(Map.of("fundId", fundId, "purpose", "TUITION_REFUND"))
                .post(API + "batches")
                .then()
                .statusCode(201)
                .body("state", is("draft"))
                .body("lines", is(lines))
                .body("totalFen", is((int) totalFen))
                .body("withoutAccount", is(withoutAccount))
                .extract()
                .path("batchId");
    }

    private static ValidatableResponse step(String batch, String step, String user) {
        return finance(user).post(API + "batches/" + batch + "/" + step).then();
    }

    private static ValidatableResponse mine(String n) {
        return learner(n).get(API + "entitlements/mine").then().statusCode(200);
    }

    private static ValidatableResponse export(String batch) {
        return finance("finance1")
                .get(API + "batches/" + batch + "/export.xlsx")
                .then();
    }

    /** Exports twice, looks at every cell and at what the vault was asked; the payment numbers. */
    private List<String> exported(String batch, int payeeVersion) throws IOException {
        export(batch).statusCode(200);
        var file = export(batch)
                .statusCode(200)
                .contentType(containsString(XLSX))
                .extract()
                .asByteArray();
        auditor()
                .get(API + "batches/" + batch)
                .then()
                .body("exports", is(2))
                .body("lastExportDigest", is(sha256(file)));
        var asked = given().get(ConfigProvider.getConfig().getValue("test.vault.url", String.class) + "/asked")
                .then();
        asked.body("findAll { it.batchId == '" + batch + "' }.purpose", contains("payment-batch", "payment-batch"));
        asked.body("findAll { it.batchId == '" + batch + "' }.payees.version.flatten()", everyItem(is(payeeVersion)));
        var numbers = new ArrayList<String>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = workbook.getSheetAt(0);
            for (var row : sheet) {
                row.forEach(cell -> assertThat(cell.getCellType()).isEqualTo(CellType.STRING));
            }
            for (var r = 1; r <= sheet.getLastRowNum(); r++) {
                var row = sheet.getRow(r);
                assertThat(row.getCell(0).getStringCellValue()).isEqualTo(Integer.toString(r));
                assertThat(row.getCell(2).getStringCellValue()).isEqualTo("6222020111122220001");
                assertThat(row.getCell(5).getStringCellValue()).matches("\\d+\\.\\d\\d");
                numbers.add(row.getCell(7).getStringCellValue());
            }
        }
        return numbers;
    }

    private static ValidatableResponse imported(String batch, byte[] file) {
        return given().auth()
                .oauth2(Tokens.of("finance1", "finance"))
                .multiPart("file", "回盘.xlsx", file, XLSX)
                .post(API + "batches/" + batch + "/results")
                .then();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not in the log, not in a table. */
    private void noAccountNumberIsKept() throws SQLException {
        try (var c = dataSource.getConnection();
                var statement = c.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM log.event WHERE position('6222020111122220001'::bytea IN data) > 0")) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
    }
}
