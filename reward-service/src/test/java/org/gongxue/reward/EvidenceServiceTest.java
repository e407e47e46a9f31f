package org.gongxue.reward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.reward.RewardCity.API;
import static org.gongxue.reward.RewardCity.admin;
import static org.gongxue.reward.RewardCity.auditor;
import static org.gongxue.reward.RewardCity.learner;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.gongxue.eventlog.EventLog;
import org.gongxue.kit.testing.Tokens;
import org.gongxue.verify.Verify;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs as an auditor takes them away, and what the offline verifier says of them (invariant 8). */
@QuarkusTest
@QuarkusTestResource(RewardHouse.class)
class EvidenceServiceTest {

    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int INCOMPLETE = 3;

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    @TempDir
    Path folder;

    private RewardCity city;
    private LogPeer peer;

    @BeforeEach
    void theCityCanProveWhatItSays() throws SQLException, IOException {
        city = RewardCity.standing(dataSource, log);
        peer = city.provable();
    }

    @Test
    void aPackIsProvenWithNothingButItself() throws IOException {
        var id = graduates("proven1");
        var pack = pack("entitlements/" + id);
        assertThat(verify(PASSED, pack)).contains("entitlement " + id).contains("log of enrollment");

        var files = files(pack);
        assertThat(files.keySet())
                .contains(
                        "manifest.json",
                        "explanation.json",
                        "底稿.xlsx",
                        "checkpoints/reward.txt",
                        "checkpoints/enrollment.txt",
                        "keys/reward.json",
                        "keys/enrollment.json");
        var manifest = json(files, "manifest.json");
        assertThat(manifest.path("askedBy").asText()).isEqualTo("user:" + Tokens.subject("auditor1"));
        var statement =
                log.tree().entries(manifest.path("statement").asLong(), 1).getFirst();
        assertThat(statement.type()).isEqualTo("org.gongxue.reward.evidence-issued");
        assertThat(new String(statement.data(), UTF_8)).contains(id).contains(Tokens.subject("auditor1"));
        var explanation = json(files, "explanation.json");
        assertThat(explanation.path("decisions").path(0).path("outcome").asText())
                .isEqualTo("approved");
        for (var input : explanation.path("inputs")) {
            var source = input.path("source");
            assertThat(files)
                    .containsKey("events/" + source.path("service").asText() + "/"
                            + source.path("index").asLong() + ".json");
        }
    }

    @Test
    void theSheetHasTheColumnsOfAnAuditorsWorkpaper() throws IOException {
        var id = graduates("proven2");
        var files = files(pack("entitlements/" + id));
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(files.get("底稿.xlsx")))) {
            var sheet = workbook.getSheet("底稿");
            assertThat(cells(sheet.getRow(0)))
                    .containsExactly("业务编号", "政策版本", "依据事件序号", "经办", "复核", "应付", "已付", "银行流水号", "凭证号", "疑点");
            var row = cells(sheet.getRow(1));
            assertThat(row.get(0)).isEqualTo(id);
            assertThat(row.get(1)).isEqualTo("qingdao-tuition-refund 1");
            assertThat(row.get(2)).contains("enrollment/");
            assertThat(row.get(5)).isEqualTo("3000.00");
            assertThat(row.get(6)).isEqualTo("0.00");
            assertThat(row.get(8)).contains("tuition-2017#");
        }
    }

    private static List<String> cells(Row row) {
        return IntStream.range(0, row.getLastCellNum())
                .mapToObj(i -> row.getCell(i).getStringCellValue())
                .toList();
    }

    @Test
    void aCheckpointHeldFromBeforeIsTheBeginningOfThePacksLog() throws IOException {
        graduates("proven3");
        Awaitility.await().until(() -> log.tree().signedSize() > 0);
        var held = auditor()
                .get(API + "log/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var since = Files.writeString(folder.resolve("held.txt"), held).toString();
        var size = held.lines().skip(1).findFirst().orElseThrow();
        var id = graduates("proven4");
        assertThat(verify(PASSED, pack("entitlements/" + id + "?since=" + size), "--since", since))
                .contains("passed");
        assertThat(verify(INCOMPLETE, pack("entitlements/" + id), "--since", since))
                .contains("no proof of consistency");
    }

    @Test
    void anEventThatWasChangedInTheDatabaseIsFoundByWhoeverVerifies() throws IOException, SQLException {
        var id = graduates("proven5");
        verify(PASSED, pack("entitlements/" + id));
        var index = json(files(pack("entitlements/" + id)), "explanation.json")
                .path("opened")
                .path("index")
                .asLong();
        var actor = actor(index, "user:somebody-else");
        try {
            assertThat(verify(FAILED, pack("entitlements/" + id)))
                    .contains("events/reward/" + index + ".json: is not what its leaf says");
        } finally {
            actor(index, actor);
        }
    }

    /** Sets the actor of an event. @return who it was */
    private String actor(long index, String actor) throws SQLException {
        try (var c = dataSource.getConnection();
                var update = c.prepareStatement("UPDATE log.event SET actor = ? WHERE index = ? RETURNING old.actor")) {
            update.setString(1, actor);
            update.setLong(2, index);
            try (var row = update.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Test
    void withoutTheOtherServicesThereIsNoPack() {
        var id = graduates("proven6");
        var before = log.lastIndex();
        peer.setAway(true);
        try {
            auditor()
                    .get(API + "audit/entitlements/" + id + "/pack")
                    .then()
                    .statusCode(503)
                    .body("code", is("SOURCE_LOG_AWAY"));
            assertThat(log.lastIndex()).as("nothing was stated").isEqualTo(before);
        } finally {
            peer.setAway(false);
        }
    }

    @Test
    void administratorsMayTakeOneToo() throws IOException {
        var id = graduates("proven7");
        var zip = admin("admin1")
                .get(API + "audit/entitlements/" + id + "/pack")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        verify(PASSED, zip);
        admin("nobody").get(API + "audit/entitlements/" + id + "/pack").then().statusCode(403);
        auditor().get(API + "audit/payments/P-1999-000001-1/pack").then().statusCode(404);
    }

    @Test
    void financeExplainsButTakesNothingAway() {
        RewardCity.finance("finance1")
                .get(API + "audit/entitlements/E-0000000000000000/pack")
                .then()
                .statusCode(403)
                .body("code", is("ROLE_REQUIRED"));
    }

    private String graduates(String n) {
        city.graduates(n, 300_000, true);
        return learner(n)
                .get(API + "entitlements/mine")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].entitlementId");
    }

    private static byte[] pack(String of) {
        var parts = of.split("\\?", 2);
        return auditor()
                .get(API + "audit/" + parts[0] + "/pack" + (parts.length > 1 ? "?" + parts[1] : ""))
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
    }

    private String verify(int exitCode, byte[] pack, String... more) throws IOException {
        var arguments = new ArrayList<>(
                List.of(Files.write(folder.resolve("pack.zip"), pack).toString()));
        arguments.addAll(List.of(more));
        var out = new ByteArrayOutputStream();
        assertThat(Verify.run(arguments, new PrintStream(out, true, UTF_8)))
                .as(out.toString(UTF_8))
                .isEqualTo(exitCode);
        return out.toString(UTF_8);
    }

    private static Map<String, byte[]> files(byte[] pack) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static JsonNode json(Map<String, byte[]> files, String name) throws IOException {
        return new ObjectMapper().readTree(files.get(name));
    }
}
