package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongxue.story.Worker.Part;

/**
 * The 毕业名单 of 西北工业大学 for 2017 as a registrar fills it in: 303 rows, of which 295 are right, 3 repeat others and 5
 * are wrong.
 */
final class GraduationFile {

    static final String NAME = "2017届毕业名单.xlsx";
    static final List<String> HEADINGS =
            List.of("姓名", "证件号码", "学号", "层次", "专业", "入学日期", "毕业日期", "毕业证书编号", "应修学分", "已修学分", "备注");
    static final int DIPLOMA_NUMBER = HEADINGS.indexOf("毕业证书编号");
    static final LocalDate AWARDED_ON = LocalDate.of(2017, 11, 15);

    /** Sheet rows, the headings being row 1, where the wrong rows stand. */
    static final int ROW_SHORT_NUMBER = 47;

    static final int ROW_SCIENTIFIC = 118;
    static final int ROW_CREDITS = 152;
    static final int ROW_ELSEWHERE = 203;
    static final int ROW_WITHDRAWN = 266;
    private static final int REPEATED = 3;
    private static final int FIRST_DATA_ROW = 2;

    private final Cast cast;
    private final LocalDate enrolledOn;

    GraduationFile(Cast cast, LocalDate enrolledOn) {
        this.cast = cast;
        this.enrolledOn = enrolledOn;
    }

    /** The whole file with its 303 rows. */
    byte[] workbook() {
        return Workbooks.write("毕业名单", HEADINGS, rows());
    }

    /** The rows below the headings. */
    List<List<String>> rows() {
        Map<Integer, List<String>> wrong = wrongRows();
        Iterator<Worker> right = cast.of(Part.GRADUATE).stream()
                .filter(w -> !Cast.WRONG_DIPLOMA_NUMBERS.contains(w.number()))
                .iterator();
        List<List<String>> rows = new ArrayList<>();
        while (right.hasNext()) {
            List<String> fixed = wrong.get(rows.size() + FIRST_DATA_ROW);
            rows.add(fixed == null ? row(right.next()) : fixed);
        }
        rows.addAll(List.copyOf(rows.subList(0, REPEATED)));
        return List.copyOf(rows);
    }

    private Map<Integer, List<String>> wrongRows() {
        Map<Integer, List<String>> wrong = new TreeMap<>();
        wrong.put(ROW_SHORT_NUMBER, with(wrongNumber(0), DIPLOMA_NUMBER, shortNumber()));
        wrong.put(ROW_SCIENTIFIC, with(wrongNumber(1), DIPLOMA_NUMBER, "1.07E+17"));
        wrong.put(ROW_CREDITS, with(cast.worker(Cast.SHORT_OF_CREDITS), HEADINGS.indexOf("已修学分"), "76"));
        wrong.put(ROW_ELSEWHERE, row(cast.worker(Cast.REPORTED_ELSEWHERE)));
        wrong.put(ROW_WITHDRAWN, row(cast.worker(Cast.WITHDRAWN_BUT_REPORTED)));
        return wrong;
    }

    private Worker wrongNumber(int which) {
        return cast.worker(Cast.WRONG_DIPLOMA_NUMBERS.get(which));
    }

    /** A diploma number of which three digits were lost. */
    String shortNumber() {
        return diplomaNumber(wrongNumber(0)).substring(0, 15);
    }

    private List<String> with(Worker worker, int column, String value) {
        List<String> row = new ArrayList<>(row(worker));
        row.set(column, value);
        return row;
    }

    private List<String> row(Worker worker) {
        return List.of(
                worker.name(),
                worker.idNumber(),
                worker.studentNumber(),
                "专科",
                University.NORTHWESTERN.major(),
                enrolledOn.toString(),
                AWARDED_ON.toString(),
                diplomaNumber(worker),
                Integer.toString(University.REQUIRED_CREDITS),
                Integer.toString(University.REQUIRED_CREDITS),
                "");
    }

    static String diplomaNumber(Worker worker) {
        return Synthetic.diplomaNumber(University.NORTHWESTERN.code(), AWARDED_ON.getYear(), worker.number());
    }

    /** The file with only the rows that were handed back, of which those with wrong diploma numbers are put right. */
    byte[] corrected(byte[] handedBack) {
        List<List<String>> returned = Workbooks.read(handedBack);
        Set<String> students = new HashSet<>();
        cast.numbered(Cast.WRONG_DIPLOMA_NUMBERS).forEach(w -> students.add(w.studentNumber()));
        int studentColumn = returned.getFirst().indexOf("学号");
        int diplomaColumn = returned.getFirst().indexOf("毕业证书编号");
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : returned.subList(1, returned.size())) {
            if (students.contains(row.get(studentColumn))) {
                List<String> mended = new ArrayList<>(row);
                mended.set(diplomaColumn, numberOf(row.get(studentColumn)));
                rows.add(mended);
            }
        }
        return Workbooks.write("毕业名单", returned.getFirst(), rows);
    }

    private String numberOf(String studentNumber) {
        return cast.numbered(Cast.WRONG_DIPLOMA_NUMBERS).stream()
                .filter(w -> w.studentNumber().equals(studentNumber))
                .map(GraduationFile::diplomaNumber)
                .findFirst()
                .orElseThrow();
    }

    /** All 297 as the university's own system sends them: CloudEvents whose ids begin with {@code prefix}. */
    List<JsonNode> messages(String prefix) {
        List<JsonNode> messages = new ArrayList<>();
        for (Worker worker : cast.of(Part.GRADUATE)) {
            messages.add(Json.object(
                    "specversion",
                    "1.0",
                    "id",
                    prefix + "-" + worker.number(),
                    "source",
                    "/partners/" + University.NORTHWESTERN.code(),
                    "type",
                    "org.gongxue.partner.graduation.v1",
                    "time",
                    AWARDED_ON + "T12:00:00+08:00",
                    "datacontenttype",
                    "application/json",
                    "data",
                    data(worker)));
        }
        return messages;
    }

    private JsonNode data(Worker worker) {
        return Json.object(
                "studentNumber",
                worker.studentNumber(),
                "idNumber",
                worker.idNumber(),
                "name",
                worker.name(),
                "level",
                "ASSOCIATE",
                "major",
                University.NORTHWESTERN.major(),
                "enrolledOn",
                enrolledOn,
                "awardedOn",
                AWARDED_ON,
                "diplomaNumber",
                diplomaNumber(worker),
                "requiredCredits",
                University.REQUIRED_CREDITS,
                "earnedCredits",
                University.REQUIRED_CREDITS);
    }
}
