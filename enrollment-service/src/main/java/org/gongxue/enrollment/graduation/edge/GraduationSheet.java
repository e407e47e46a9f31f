package org.gongxue.enrollment.graduation.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.gongxue.enrollment.graduation.CellValue;
import org.gongxue.enrollment.graduation.Column;
import org.gongxue.enrollment.graduation.ReportedGraduate;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.RefusedException;
import org.jspecify.annotations.Nullable;

/** Reads a 毕业名单 as registrars make it: the sheet with the headings, wherever the headings stand in it. */
final class GraduationSheet {

    /** The most rows of a file. */
    static final int ROWS_MAX = 50_000;

    private static final int SHEETS_MAX = 10;
    private static final int HEADING_ROWS_MAX = 20;
    private static final int HEADINGS_MIN = 4;
    private static final int TEXT_LENGTH_MAX = 200;
    private static final BigDecimal DAYS_END = BigDecimal.valueOf(2_958_466);

    /** A row of the sheet; {@code number} counts from 1, as the sheet shows it. */
    record SheetRow(int number, ReportedGraduate graduate) {}

    private GraduationSheet() {}

    /**
     * The rows beneath the headings; rows without any value are left out.
     *
     * @throws RefusedException (422) when the bytes are no such workbook
     */
    static List<SheetRow> read(byte[] content) {
        return read(content, ROWS_MAX);
    }

    static List<SheetRow> read(byte[] content, int rowsMax) {
        WorkbookLimits.require(content);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, false))) {
            var sheets = workbook.getSheets().limit(SHEETS_MAX).toList();
            for (var sheet : sheets) {
                var found = readSheet(sheet, rowsMax);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        } catch (IOException | ExcelReaderException e) {
            throw new RefusedException(Refusal.invalid("FILE_UNREADABLE", "file", null, null));
        }
        throw missing(Stream.of(Column.values()).filter(Column::isRequired).toList());
    }

    private static Optional<List<SheetRow>> readSheet(Sheet sheet, int rowsMax) throws IOException {
        try (var stream = sheet.openStream()) {
            var rows = stream.iterator();
            Map<Integer, Column> headings = Map.of();
            for (var i = 0; i < HEADING_ROWS_MAX && rows.hasNext() && headings.isEmpty(); i++) {
                headings = headings(rows.next());
            }
            if (headings.isEmpty()) {
                return Optional.empty();
            }
            requireColumns(headings);
            var found = new ArrayList<SheetRow>();
            while (rows.hasNext()) {
                var row = rows.next();
                var texts = texts(row, headings);
                if (!texts.isEmpty()) {
                    found.add(new SheetRow(row.getRowNum(), new ReportedGraduate(texts)));
                }
                if (found.size() > rowsMax) {
                    throw new RefusedException(
                            Refusal.invalid("FILE_TOO_MANY_ROWS", "file", null, Integer.toString(rowsMax)));
                }
            }
            return Optional.of(found);
        }
    }

    /** The columns of a row of headings; empty when it is none. */
    private static Map<Integer, Column> headings(Row row) {
        var headings = new TreeMap<Integer, Column>();
        row.stream()
                .filter(cell -> cell != null && cell.getType() == CellType.STRING)
                .forEach(cell ->
                        Column.of(cell.getText()).ifPresent(column -> headings.put(cell.getColumnIndex(), column)));
        return headings.values().stream().distinct().count() >= HEADINGS_MIN ? headings : Map.of();
    }

    private static void requireColumns(Map<Integer, Column> headings) {
        var present = headings.values();
        var twice = present.stream().collect(Collectors.groupingBy(c -> c, Collectors.counting())).entrySet().stream()
                .filter(e -> e.getValue() > 1)
                .map(e -> e.getKey().heading())
                .findFirst();
        if (twice.isPresent()) {
            throw new RefusedException(Refusal.invalid("FILE_COLUMN_TWICE", "file", twice.get(), null));
        }
        var missing = Stream.of(Column.values())
                .filter(column -> column.isRequired() && !present.contains(column))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!present.contains(Column.NAME) && !present.contains(Column.ID_NUMBER)) {
            missing.add(Column.ID_NUMBER);
        }
        if (!missing.isEmpty()) {
            throw missing(missing);
        }
    }

    private static RefusedException missing(List<Column> columns) {
        var names = columns.stream().map(Column::heading).collect(Collectors.joining("、"));
        return new RefusedException(Refusal.invalid("FILE_COLUMNS_MISSING", "file", null, names));
    }

    private static Map<Column, String> texts(Row row, Map<Integer, Column> headings) {
        var texts = new EnumMap<Column, String>(Column.class);
        headings.forEach((index, column) -> value(row, index)
                .map(v -> v.text(column))
                .ifPresent(text -> {
                    if (!text.isEmpty()) {
                        texts.put(column, text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX));
                    }
                }));
        return texts;
    }

    private static Optional<CellValue> value(Row row, int index) {
        return index < row.getCellCount()
                ? row.getOptionalCell(index).flatMap(GraduationSheet::value)
                : Optional.empty();
    }

    private static Optional<CellValue> value(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> Optional.empty();
            case STRING, BOOLEAN, ERROR -> text(cell.getText());
            case NUMBER ->
                Optional.of(
                        isDay(cell.getDataFormatId(), cell.getDataFormatString()) && isDayCount(cell.asNumber())
                                ? new CellValue.Day(cell.asDate().toLocalDate())
                                : CellValue.of(cell.asNumber()));
            case FORMULA -> computed(cell.getRawValue());
        };
    }

    private static Optional<CellValue> text(@Nullable String text) {
        return Optional.ofNullable(text).map(CellValue.Text::new);
    }

    /** What a formula came to when the file was saved. */
    private static Optional<CellValue> computed(@Nullable String raw) {
        return raw != null && raw.matches("-?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,3})?")
                ? Optional.of(CellValue.of(new BigDecimal(raw)))
                : text(raw);
    }

    /** Whether a number can be a day of a sheet, up to the end of 9999. */
    private static boolean isDayCount(BigDecimal number) {
        return number.signum() > 0 && number.compareTo(DAYS_END) < 0;
    }

    /** Whether a number format shows days: one of the built-in ones, or one with years in it. */
    private static boolean isDay(@Nullable Integer formatId, @Nullable String format) {
        if (formatId != null
                && ((formatId >= 14 && formatId <= 17)
                        || (formatId >= 27 && formatId <= 31)
                        || formatId == 22
                        || formatId == 57
                        || formatId == 58)) {
            return true;
        }
        return format != null && format.replaceAll("\"[^\"]*\"|\\[[^]]*]", "").matches("(?s).*[yY].*");
    }
}
