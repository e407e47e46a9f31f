package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongxue.story.Worker.Part;

/**
 * The 毕业名单 of 西北工业大学 for 2017 as a registrar fills it in: 303 rows, of which 295 are right, 3 repeat others and 5
 * are wrong.
 */
final class GraduationFile {

    static final String NAME = "2017届毕业名单.xlsx";

    /** Sheet rows, the headings being row 1, where the wrong rows stand. */
    static final int ROW_SHORT_NUMBER = 47;

    static final int ROW_SCIENTIFIC = 118;
    static final int ROW_CREDITS = 152;
    static final int ROW_ELSEWHERE = 203;
    static final int ROW_WITHDRAWN = 266;
    private static final int FIRST_DATA_ROW = 2;
    private static final int REPEATED = 3;
    private static final int SHORT_NUMBER_DIGITS = 15;
    private static final LocalDate AWARDED_ON = LocalDate.of(2017, 11, 15);

    private final Cast cast;
    private final Diplomas diplomas = new Diplomas(Intake.OF_2015.admitsOn(), AWARDED_ON);

    GraduationFile(Cast cast) {
        this.cast = cast;
    }

    /** The whole file with its 303 rows. */
    byte[] workbook() {
        return Workbooks.write("毕业名单", Diplomas.HEADINGS, rows());
    }

    private List<List<String>> rows() {
        Map<Integer, List<String>> wrong = wrongRows();
        Iterator<Worker> right = cast.of(Part.GRADUATE).stream()
                .filter(w -> !Cast.WRONG_DIPLOMA_NUMBERS.contains(w.number()))
                .iterator();
        List<List<String>> rows = new ArrayList<>();
        while (right.hasNext()) {
            List<String> fixed = wrong.get(rows.size() + FIRST_DATA_ROW);
            rows.add(fixed == null ? diplomas.row(right.next()) : fixed);
        }
        rows.addAll(List.copyOf(rows.subList(0, REPEATED)));
        return rows;
    }

    private Map<Integer, List<String>> wrongRows() {
        return Map.of(
                ROW_SHORT_NUMBER, diplomas.with(wrongNumber(0), Diplomas.NUMBER, shortNumber()),
                ROW_SCIENTIFIC, diplomas.with(wrongNumber(1), Diplomas.NUMBER, "1.07E+17"),
                ROW_CREDITS, diplomas.with(cast.worker(Cast.SHORT_OF_CREDITS), Diplomas.EARNED, "76"),
                ROW_ELSEWHERE, diplomas.row(cast.worker(Cast.REPORTED_ELSEWHERE)),
                ROW_WITHDRAWN, diplomas.row(cast.worker(Cast.WITHDRAWN_BUT_REPORTED)));
    }

    private Worker wrongNumber(int which) {
        return cast.worker(Cast.WRONG_DIPLOMA_NUMBERS.get(which));
    }

    /** A diploma number of which three digits were lost. */
    String shortNumber() {
        return diplomas.number(wrongNumber(0)).substring(0, SHORT_NUMBER_DIGITS);
    }

    /** Of the rows that were handed back, those with wrong diploma numbers, put right; all columns as they came. */
    byte[] corrected(byte[] handedBack) {
        Map<String, Worker> mendable = cast.numbered(Cast.WRONG_DIPLOMA_NUMBERS).stream()
                .collect(Collectors.toMap(Worker::studentNumber, Function.identity()));
        List<List<String>> returned = Workbooks.read(handedBack);
        List<String> headings = returned.getFirst();
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : returned.subList(1, returned.size())) {
            Worker worker = mendable.get(row.get(headings.indexOf(Diplomas.STUDENT)));
            if (worker != null) {
                row.set(headings.indexOf(Diplomas.NUMBER), diplomas.number(worker));
                rows.add(row);
            }
        }
        return Workbooks.write("毕业名单", headings, rows);
    }

    /** All 297 as the university's own system sends them, in messages whose ids begin with {@code prefix}. */
    List<JsonNode> messages(String prefix) {
        return cast.of(Part.GRADUATE).stream()
                .map(worker -> diplomas.message(worker, prefix + "-" + worker.number()))
                .toList();
    }
}
