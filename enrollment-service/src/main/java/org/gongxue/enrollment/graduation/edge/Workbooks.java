package org.gongxue.enrollment.graduation.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.temp.SXSSFWorkbookWithCustomZipEntrySource;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.gongxue.enrollment.graduation.Column;
import org.gongxue.enrollment.graduation.edge.Uploads.KeptRow;
import org.gongxue.kit.door.Messages;

/**
 * Workbooks for registrars. All cells are text, so no sheet makes a rounded number of a long one; what passes through
 * temporary files is encrypted, for it holds identity data.
 */
final class Workbooks {

    /** The media type of xlsx. */
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int COLUMN_WIDTH = 22 * 256;
    private static final int REASON_WIDTH = 40 * 256;
    private static final String SHEET = "毕业名单";
    private static final Map<Column, String> SAMPLE = Map.of(
            Column.NAME, "样例张三（样例）",
            Column.ID_NUMBER, "990101198001010014",
            Column.STUDENT_NUMBER, "20150001",
            Column.LEVEL, "专科",
            Column.MAJOR, "机械设计制造及自动化",
            Column.ENROLLED_ON, "2015-03-31",
            Column.AWARDED_ON, "2017-11-20",
            Column.DIPLOMA_NUMBER, "106997201706000001",
            Column.REQUIRED_CREDITS, "80",
            Column.EARNED_CREDITS, "80");

    private Workbooks() {}

    /** The rows to mend: the columns of the list, then outcome, wrong column, reason and mend. */
    static byte[] errors(Stream<ErrorRow> rows, Locale locale) {
        try (var workbook = new SXSSFWorkbookWithCustomZipEntrySource();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet(SHEET);
            var style = textStyle(workbook);
            var headings = Stream.concat(
                            Stream.of(Column.values()).map(Column::heading),
                            Stream.of("outcome", "wrongColumn", "reason", "mend")
                                    .map(key -> Messages.text("errors." + key, Map.of(), locale)))
                    .toList();
            fill(sheet, 0, headings, style);
            prepare(sheet, headings.size(), style);
            var number = new int[] {1};
            rows.forEach(row -> fill(sheet, number[0]++, row.texts(), style));
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row to mend as it was read, with what is wrong with it. */
    record ErrorRow(Map<Column, String> given, List<String> explanation) {

        static ErrorRow of(String fileId, KeptRow row, Locale locale) {
            var reasons = RowView.of(fileId, row, locale).reasons();
            return new ErrorRow(
                    row.graduate().texts(),
                    List.of(
                            Messages.text("status." + row.status(), Map.of(), locale),
                            joined(reasons, RowView.ReasonView::column),
                            joined(reasons, RowView.ReasonView::reason),
                            joined(reasons, RowView.ReasonView::mend)));
        }

        private static String joined(List<RowView.ReasonView> reasons, Function<RowView.ReasonView, String> part) {
            return reasons.stream().map(part).distinct().collect(Collectors.joining("；"));
        }

        private List<String> texts() {
            return Stream.concat(
                            Stream.of(Column.values()).map(column -> given.getOrDefault(column, "")),
                            explanation.stream())
                    .toList();
        }
    }

    /** An empty list with our headings, its columns set to text, and one row marked as a sample. */
    static byte[] template() {
        try (var workbook = new SXSSFWorkbookWithCustomZipEntrySource();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet(SHEET);
            var style = textStyle(workbook);
            fill(sheet, 0, Stream.of(Column.values()).map(Column::heading).toList(), style);
            prepare(sheet, Column.values().length, style);
            var sample = Stream.of(Column.values())
                    .map(column -> SAMPLE.getOrDefault(column, "样例行，填报前请删除"))
                    .toList();
            fill(sheet, 1, sample, style);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CellStyle textStyle(Workbook workbook) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        return style;
    }

    private static void prepare(Sheet sheet, int columns, CellStyle style) {
        for (var i = 0; i < columns; i++) {
            sheet.setDefaultColumnStyle(i, style);
            sheet.setColumnWidth(i, i < Column.values().length ? COLUMN_WIDTH : REASON_WIDTH);
        }
        sheet.createFreezePane(0, 1);
    }

    private static void fill(Sheet sheet, int number, List<String> texts, CellStyle style) {
        var row = sheet.createRow(number);
        for (var i = 0; i < texts.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellStyle(style);
            cell.setCellValue(texts.get(i));
        }
    }
}
