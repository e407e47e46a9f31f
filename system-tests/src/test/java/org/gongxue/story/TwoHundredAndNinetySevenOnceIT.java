package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Acceptance story 1, after the story has been played: whatever comes again, 297 graduates are owed once each. */
@ExtendWith(WithDemoRun.class)
class TwoHundredAndNinetySevenOnceIT {

    private static final String FILES = Paths.ENROLLMENT + "graduation-files";

    private final GraduationFile file = new GraduationFile(new Cast());

    @Test
    void bothFilesAgainAreAcceptedNowhereAndChangeNothing(DemoRun run) {
        var registrar = run.house().as(Staff.REGISTRAR);
        JsonNode first = registrar.upload(FILES, GraduationFile.NAME, file.workbook());
        assertThat(Graduate.counts(first)).isEqualTo("0, 298, 5");
        Graduate.settle(run.house(), first.path("fileId").asText());
        byte[] handedBack = registrar
                .download(FILES + "/" + first.path("fileId").asText() + "/errors.xlsx")
                .bytes();
        JsonNode second = registrar.upload(FILES, GraduationFile.NAME, file.corrected(handedBack));
        assertThat(Graduate.counts(second)).isEqualTo("0, 2, 0");
        Graduate.settle(run.house(), second.path("fileId").asText());
        assertThat(entitlements(run)).hasSize(297);
    }

    @Test
    void theSameGraduationsAsEventsWithNewIdsAreDuplicates(DemoRun run) {
        JsonNode results = Diplomas.push(run.house(), file.messages("again"));
        assertThat(results)
                .hasSize(297)
                .allMatch(result -> result.path("status").asText().equals("duplicate"));
        assertThat(entitlements(run)).hasSize(297);
    }

    @Test
    void aRowErrorNamesRowColumnValueReasonAndMendInTheCallersLanguage(DemoRun run) {
        String fileId = run.house()
                .as(Staff.REGISTRAR)
                .upload(FILES, GraduationFile.NAME, file.workbook())
                .path("fileId")
                .asText();
        String rows = FILES + "/" + fileId + "/rows?status=refused";
        JsonNode chinese = first(run.house().as(Staff.REGISTRAR).look(rows, "zh-CN"));
        JsonNode english = first(run.house().as(Staff.REGISTRAR).look(rows, "en"));
        assertThat(chinese.path("row").asInt()).isEqualTo(GraduationFile.ROW_SHORT_NUMBER);
        assertThat(chinese.path("column").asText()).isEqualTo("毕业证书编号");
        assertThat(chinese.path("value").asText()).isEqualTo(file.shortNumber());
        assertThat(chinese.path("reason").asText()).contains("18").containsPattern("\\p{IsHan}");
        assertThat(chinese.path("mend").asText()).containsPattern("\\p{IsHan}");
        assertThat(english.path("row").asInt()).isEqualTo(GraduationFile.ROW_SHORT_NUMBER);
        assertThat(english.path("reason").asText()).contains("18").doesNotContainPattern("\\p{IsHan}");
        assertThat(english.path("mend").asText()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
    }

    private static JsonNode first(Reply reply) {
        return Json.list(reply.json()).getFirst();
    }

    private static List<JsonNode> entitlements(DemoRun run) {
        return run.house()
                .as(Staff.AUDITOR)
                .readAll(Paths.REWARD + "entitlements?limit=500&policy=" + PolicyFiles.TUITION);
    }
}
