package org.gongxue.reward.sheet.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.RefusedException;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook (xlsx), or a CSV file in UTF-8 or GB18030, as rows of text. */
public final class SheetFile {

    /** The largest file, bytes. */
    public static final int FILE_BYTES_MAX = 5 * 1024 * 1024;

    private static final int COLUMNS_MAX = 200;
    private static final int SCALE_MAX = 30;
    private static final BigDecimal EXACT_MAX = new BigDecimal("1e15");

    /**
     * A row with content.
     *
     * @param number its number in the sheet, from 1
     */
    public record SheetRow(int number, List<String> cells) {

        public SheetRow {
            cells = List.copyOf(cells);
        }

        /** The text of a column, from 0; empty where the row has none. */
        public String text(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    private SheetFile() {}

    /**
     * The rows that hold anything.
     *
     * @throws RefusedException (422) if the bytes are no such file, or too large a one
     */
    public static List<SheetRow> read(byte[] file, int rowsMax) {
        if (file.length > FILE_BYTES_MAX) {
            throw tooLarge();
        }
        var rows = ReadableWorkbook.isOOXMLZipHeader(file) ? workbook(file, rowsMax) : csv(file, rowsMax);
        if (rows.isEmpty()) {
            throw new RefusedException(Refusal.invalid("FILE_EMPTY", "file", null, null));
        }
        return rows;
    }

    private static List<SheetRow> csv(byte[] file, int rowsMax) {
        var rows = new ArrayList<SheetRow>();
        var number = 0;
        for (var cells : CsvText.rows(file)) {
            number++;
            add(rows, new SheetRow(number, cells.stream().map(String::strip).toList()), rowsMax);
        }
        return rows;
    }

    private static List<SheetRow> workbook(byte[] file, int rowsMax) {
        try {
            UnpackedSize.require(file);
        } catch (IOException e) {
            throw unreadable();
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                var stream = workbook.getFirstSheet().openStream()) {
            var rows = new ArrayList<SheetRow>();
            for (var iterator = stream.iterator(); iterator.hasNext(); ) {
                var row = iterator.next();
                add(rows, new SheetRow(row.getRowNum(), texts(row)), rowsMax);
            }
            return rows;
        } catch (RefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    private static void add(List<SheetRow> rows, SheetRow row, int rowsMax) {
        if (row.cells().stream().allMatch(String::isEmpty)) {
            return;
        }
        if (rows.size() == rowsMax) {
            throw new RefusedException(Refusal.invalid("FILE_TOO_LONG", "file", null, Integer.toString(rowsMax)));
        }
        rows.add(row);
    }

    /** The refusal of a file above {@link #FILE_BYTES_MAX}. */
    public static RefusedException tooLarge() {
        return new RefusedException(
                Refusal.invalid("FILE_UNPACKS_TOO_LARGE", "file", null, FILE_BYTES_MAX / 1_048_576 + " MB"));
    }

    static RefusedException unreadable() {
        return new RefusedException(Refusal.invalid("FILE_UNREADABLE", "file", null, "xlsx / csv"));
    }

    private static List<String> texts(Row row) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < Math.min(row.getCellCount(), COLUMNS_MAX); i++) {
            texts.add(row.getOptionalCell(i).map(SheetFile::text).orElse(""));
        }
        return texts;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING, BOOLEAN, ERROR -> plain(cell.getText());
            case NUMBER -> number(cell.asNumber());
            case FORMULA -> formula(cell.getRawValue());
        };
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** What a formula came to when the file was saved. */
    private static String formula(@Nullable String raw) {
        return raw != null && raw.matches("-?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,2})?")
                ? number(new BigDecimal(raw))
                : plain(raw);
    }

    /** A number as people write it; of a long one a sheet has lost the last digits, and it stays as the sheet shows it. */
    private static String number(BigDecimal number) {
        return Math.abs((long) number.scale()) > SCALE_MAX || number.abs().compareTo(EXACT_MAX) >= 0
                ? number.round(new MathContext(3)).toString()
                : number.stripTrailingZeros().toPlainString();
    }
}
