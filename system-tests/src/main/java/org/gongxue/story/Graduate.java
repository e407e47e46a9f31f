package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.gongxue.story.Worker.Part;

/**
 * One registrar uploads 303 rows, another releases them; the two wrong diploma numbers are mended in a second
 * file; then the university's own system pushes all of it again. 297 graduates, each owed once.
 */
final class Graduate {

    private static final LocalDate DAY = LocalDate.of(2017, 11, 20);
    private static final String FILES = Paths.ENROLLMENT + "graduation-files";
    private static final int PUSH_BATCH = 100;

    private final House house;
    private final Checks checks;
    private final Cohort cohort;
    private final Cast cast;
    private final GraduationFile file;
    private final StoryListener listener;

    Graduate(House house, Checks checks, Cohort cohort, GraduationFile file, StoryListener listener) {
        this.house = house;
        this.checks = checks;
        this.cohort = cohort;
        this.cast = cohort.cast();
        this.file = file;
        this.listener = listener;
    }

    void play() {
        recordCards();
        house.openDay(DAY);
        String fileId = upload();
        checkRows(fileId);
        release(fileId);
        checks.that("entitlements approved by the first file", 295, approved());
        mend(fileId);
        checks.that("entitlements approved by both files", 297, approved());
        push("message");
        checks.that("entitlements after the same 297 by API", 297, approved());
        checks.that("graduated + studying + withdrawn", "297 + 31 + 12", States.ofNorthwestern(house));
    }

    /** Each graduate's own bank card: who signs in records it, officers act for the others. */
    private void recordCards() {
        String learners = Paths.ENROLLMENT + "learners/";
        house.each(cast.of(Part.GRADUATE), worker -> {
            if (worker.signsIn()) {
                house.as(worker.phone()).command(learners + "me/card", worker.card());
            } else {
                String card = learners + cohort.learnerId(worker) + "/card";
                house.as(worker.seat().recommender()).command(card, worker.card());
            }
        });
    }

    private String upload() {
        JsonNode receipt = house.as(Staff.REGISTRAR).upload(FILES, GraduationFile.NAME, file.workbook());
        checks.that("rows of the graduation file", 303, receipt.path("rows").asInt());
        checks.that("accepted, duplicate, refused", "295, 3, 5", counts(receipt));
        return receipt.path("fileId").asText();
    }

    static String counts(JsonNode receipt) {
        return receipt.path("accepted").asInt() + ", "
                + receipt.path("duplicate").asInt() + ", "
                + receipt.path("refused").asInt();
    }

    private void checkRows(String fileId) {
        Map<Integer, String> refused =
                house.as(Staff.REGISTRAR).readAll(FILES + "/" + fileId + "/rows?status=refused").stream()
                        .collect(Collectors.toMap(row -> row.path("row").asInt(), Graduate::told));
        expected().forEach((row, told) -> checks.that("sheet row " + row, told, refused.getOrDefault(row, "accepted")));
    }

    private Map<Integer, String> expected() {
        return new TreeMap<>(Map.of(
                GraduationFile.ROW_SHORT_NUMBER, "毕业证书编号 " + file.shortNumber() + " DIPLOMA_NUMBER_LENGTH",
                GraduationFile.ROW_SCIENTIFIC, "毕业证书编号 1.07E+17 DIPLOMA_NUMBER_SCIENTIFIC",
                GraduationFile.ROW_CREDITS, "已修学分 76 CREDITS_SHORT",
                GraduationFile.ROW_ELSEWHERE,
                        "学号 " + cast.worker(Cast.REPORTED_ELSEWHERE).studentNumber() + " NOT_ENROLLED_HERE",
                GraduationFile.ROW_WITHDRAWN,
                        "学号 " + cast.worker(Cast.WITHDRAWN_BUT_REPORTED).studentNumber() + " WITHDRAWN"));
    }

    private static String told(JsonNode row) {
        return row.path("column").asText() + " " + row.path("value").asText() + " "
                + row.path("code").asText();
    }

    private void release(String fileId) {
        checks.that(
                "file released by its uploader",
                403,
                house.as(Staff.REGISTRAR)
                        .attempt(releasePath(fileId), Json.object())
                        .status());
        Future<Boolean> watching = house.aside(() -> {
            listener.duringRelease();
            return true;
        });
        JsonNode released = settle(house, fileId);
        House.join(watching);
        checks.that("state of the file", "released", released.path("state").asText());
    }

    private static String releasePath(String fileId) {
        return FILES + "/" + fileId + "/release";
    }

    /** The second registrar releases a file; the service settles its rows one by one and gives the receipt. */
    static JsonNode settle(House house, String fileId) {
        JsonNode receipt = house.as(Staff.SECOND_REGISTRAR).command(releasePath(fileId), Json.object());
        house.reached("enrollment", receipt.path("lastIndex").asLong());
        return receipt;
    }

    private void mend(String fileId) {
        byte[] handedBack = house.as(Staff.REGISTRAR)
                .download(FILES + "/" + fileId + "/errors.xlsx")
                .bytes();
        checks.that("rows of errors.xlsx", 5, Workbooks.read(handedBack).size() - 1);
        JsonNode second = house.as(Staff.REGISTRAR).upload(FILES, "2017届毕业名单-更正.xlsx", file.corrected(handedBack));
        checks.that("corrected file: accepted, duplicate, refused", "2, 0, 0", counts(second));
        settle(house, second.path("fileId").asText());
    }

    /** Pushes all 297 in batches of events with ids of their own. */
    private void push(String prefix) {
        List<JsonNode> messages = file.messages(prefix);
        long duplicates = 0;
        for (int from = 0; from < messages.size(); from += PUSH_BATCH) {
            var batch = messages.subList(from, Math.min(from + PUSH_BATCH, messages.size()));
            for (JsonNode result : Diplomas.push(house, batch)) {
                duplicates += result.path("status").asText().equals("duplicate") ? 1 : 0;
            }
        }
        checks.that("events answered as duplicates", 297, duplicates);
    }

    private int approved() {
        return house.as(Staff.FINANCE)
                .readAll(Paths.REWARD + "entitlements?policy=" + PolicyFiles.TUITION + "&state=approved&limit=500")
                .size();
    }
}
