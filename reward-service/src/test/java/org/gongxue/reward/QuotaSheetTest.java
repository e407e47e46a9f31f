package org.gongxue.reward;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.reward.QuotaDesk.YEAR;
import static org.gongxue.reward.QuotaDesk.allot;
import static org.gongxue.reward.QuotaDesk.cell;
import static org.gongxue.reward.QuotaDesk.grid;
import static org.gongxue.reward.QuotaDesk.policy;
import static org.gongxue.reward.RewardCity.API;
import static org.gongxue.reward.RewardCity.admin;
import static org.gongxue.reward.RewardCity.auditor;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongxue.eventlog.EventLog;
import org.gongxue.kit.door.Roles;
import org.gongxue.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A grid of places from a sheet, over HTTP: filled in, read back, and what is wrong named by row and column. */
@QuarkusTest
@QuarkusTestResource(RewardHouse.class)
class QuotaSheetTest {

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
    void aSheetIsFilledInAndWhatIsWrongIsNamedByRowAndColumn() throws IOException {
        var policy = policy(city, "sheet", 2003);
        allot(policy, List.of(cell("d1", "lower", 3)));
        var path = API + "quotas/" + policy + "/" + YEAR;
        var template = admin("admin1")
                .get(path + "/template.xlsx?policyVersion=1")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            var sheet = workbook.getSheetAt(0);
            var headings = new ArrayList<String>();
            sheet.getRow(0).forEach(cell -> headings.add(cell.getStringCellValue()));
            assertThat(headings).containsExactly("单位编号", "单位名称", "upper", "lower");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("d1");
            assertThat(sheet.getRow(1).getCell(2)).isNull();
            assertThat(sheet.getRow(1).getCell(3).getNumericCellValue()).isEqualTo(3);
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("d2");
        }
        preview(policy, "t.xlsx", template)
                .statusCode(200)
                .body("errors", empty())
                .body("cells", hasSize(1))
                .body("cells[0].before", is(3));
        var csv = """
                名额分配表,,,
                单位编号,单位名称,upper,lower
                d1,d1,２,4
                d2,二区,1,
                d2,d2,一个,1.5
                d2,,1,1
                ,,1,
                city9,,1,
                """.replace("\n", "\r\n");
        preview(policy, "t.csv", csv.getBytes(Charset.forName("GB18030")))
                .statusCode(200)
                .body("cells.group", contains("upper", "lower"))
                .body("cells.places", contains(2, 4))
                .body("cells.before", contains(0, 3))
                .body("totals.group", contains("upper", "lower"))
                .body("totals.places", contains(2, 4))
                .body("totals.ceiling", contains(4, 6))
                .body("errors.row", contains(4, 5, 5, 6, 7, 8))
                .body("errors.column", contains("单位名称", "upper", "lower", "单位编号", "单位编号", "单位编号"))
                .body("errors.value", contains("二区", "一个", "1.5", "d2", "", "city9"))
                .body(
                        "errors.code",
                        contains(
                                "QUOTA_UNIT_NAME",
                                "QUOTA_PLACES_UNREADABLE",
                                "QUOTA_PLACES_UNREADABLE",
                                "QUOTA_UNIT_TWICE",
                                "QUOTA_UNIT_MISSING",
                                "QUOTA_UNIT_UNKNOWN"))
                .body("errors[0].reason", is("“单位名称”写的是“二区”，这个编号登记的是“d2”。"))
                .body("errors[3].reason", is("单位 d2 在第 5 行已经有了。"))
                .body("errors[5].mend", is("请从模板中复制单位编号，名额只分配到政策规定的那一级单位。"));
        grid(auditor(), policy).body("cells.places", contains(0, 3, 0, 0));
        preview(policy, "t.csv", "单位编号,upper\nd1,1".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", is("COLUMN_MISSING"))
                .body("needed", is("lower"));
        preview(policy, "t.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0})
                .statusCode(422)
                .body("code", is("FILE_UNREADABLE"));
    }

    private static ValidatableResponse preview(String policy, String name, byte[] file) {
        return given().multiPart("file", name, file)
                .auth()
                .oauth2(Tokens.of("admin1", Roles.ADMINISTRATOR))
                .post(API + "quotas/" + policy + "/" + YEAR + "/file?policyVersion=1")
                .then();
    }
}
