package org.gongxue.reward.payment.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.reward.sheet.edge.UnpackedSize;
import org.jspecify.annotations.Nullable;

/** Reads the spreadsheet in which a bank says what became of a batch. */
final class ResultFile {

    static final int ROWS_MAX = 20_000;
    private static final int REFERENCE_CHARS_MAX = 64;
    private static final String OTHER = "OTHER";

    /**
     * A row that can be understood.
     *
     * @param sheetRow its number in the sheet, from 1
     * @param failureCode null when the bank paid
     */
    record Said(
            int sheetRow,
            String paymentNumber,
            @Nullable String failureCode,
            @Nullable String bankReference,
            Instant at) {}

    /** A row that cannot be: which column holds what, and the rule that says so. */
    record Fault(int sheetRow, String paymentNumber, String column, String value, String code, String needed) {}

    /** All rows, apart. */
    record Content(List<Said> said, List<Fault> faults) {
        int rows() {
            return said.size() + faults.size();
        }
    }

    private final BankTemplate.Results template;
    private final Map<String, Integer> columns = new HashMap<>();

    private ResultFile(BankTemplate template) {
        this.template = template.results();
    }

    /**
     * Reads a file.
     *
     * @throws RefusedException if it is no spreadsheet, lacks a column, has too many rows or unpacks to too much
     */
    static Content read(byte[] file, BankTemplate template) {
        try {
            UnpackedSize.require(file);
        } catch (IOException e) {
            throw unreadable();
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                var rows = workbook.getFirstSheet().openStream()) {
            return new ResultFile(template).read(rows.iterator());
        } catch (IOException | RuntimeException e) {
            if (e instanceof RefusedException refused) {
                throw refused;
            }
            throw unreadable();
        }
    }

    private static RefusedException unreadable() {
        return new RefusedException(Refusal.invalid("FILE_UNREADABLE", "file", null, "xlsx"));
    }

    private Content read(Iterator<Row> rows) {
        if (!rows.hasNext()) {
            throw new RefusedException(Refusal.invalid("FILE_EMPTY", "file", null, null));
        }
        findColumns(rows.next());
        var said = new ArrayList<Said>();
        var faults = new ArrayList<Fault>();
        while (rows.hasNext()) {
            var row = rows.next();
            if (text(row, template.paymentNumber()).isEmpty()
                    && text(row, template.status()).isEmpty()) {
                continue;
            }
            fault(row).ifPresentOrElse(faults::add, () -> said.add(said(row)));
            if (said.size() + faults.size() > ROWS_MAX) {
                throw new RefusedException(Refusal.invalid("FILE_TOO_LONG", "file", null, Integer.toString(ROWS_MAX)));
            }
        }
        return new Content(said, faults);
    }

    private void findColumns(Row headings) {
        for (var i = 0; i < headings.getCellCount(); i++) {
            columns.putIfAbsent(headings.getCellText(i).strip(), i);
        }
        for (var needed : List.of(
                template.paymentNumber(),
                template.status(),
                template.failure(),
                template.bankReference(),
                template.time())) {
            if (!columns.containsKey(needed)) {
                throw new RefusedException(Refusal.invalid("COLUMN_MISSING", "file", null, needed));
            }
        }
    }

    private Optional<Fault> fault(Row row) {
        var status = text(row, template.status());
        var paid = template.paid().contains(status);
        if (!paid && !template.returned().contains(status)) {
            var words = new ArrayList<>(template.paid());
            words.addAll(template.returned());
            return fault(row, template.status(), "STATUS_UNKNOWN", String.join(" / ", words));
        }
        if (text(row, template.paymentNumber()).isEmpty()) {
            return fault(row, template.paymentNumber(), "VALUE_MISSING", template.paymentNumber());
        }
        var reference = text(row, template.bankReference());
        if ((paid && reference.isEmpty()) || reference.length() > REFERENCE_CHARS_MAX) {
            return fault(row, template.bankReference(), "BANK_REFERENCE", "1–" + REFERENCE_CHARS_MAX);
        }
        return time(row).isPresent()
                ? Optional.empty()
                : fault(
                        row,
                        template.time(),
                        "TIME_UNREADABLE",
                        template.timeFormats().getFirst());
    }

    private Optional<Fault> fault(Row row, String column, String code, String needed) {
        return Optional.of(new Fault(
                row.getRowNum(), text(row, template.paymentNumber()), column, text(row, column), code, needed));
    }

    private Said said(Row row) {
        var paid = template.paid().contains(text(row, template.status()));
        var reference = text(row, template.bankReference());
        return new Said(
                row.getRowNum(),
                text(row, template.paymentNumber()),
                paid ? null : template.failureCodes().getOrDefault(text(row, template.failure()), OTHER),
                reference.isEmpty() ? null : reference,
                time(row).orElseThrow());
    }

    private Optional<Instant> time(Row row) {
        var column = columns.get(template.time());
        if (column == null) {
            return Optional.empty();
        }
        var cell = row.getOptionalCell(column).orElse(null);
        if (cell != null && cell.getType() == CellType.NUMBER) {
            try {
                return Optional.of(
                        cell.asDate().atZone(BusinessCalendar.SHANGHAI).toInstant());
            } catch (DateTimeException | ArithmeticException | NumberFormatException _) {
                return Optional.empty(); // a number no calendar reaches
            }
        }
        var text = text(row, template.time());
        for (var format : template.timeFormats()) {
            try {
                return Optional.of(LocalDateTime.parse(text, DateTimeFormatter.ofPattern(format))
                        .atZone(BusinessCalendar.SHANGHAI)
                        .toInstant());
            } catch (DateTimeParseException _) {
                // The next format may fit.
            }
        }
        try {
            return Optional.of(BusinessCalendar.noon(LocalDate.parse(text)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private String text(Row row, String title) {
        var column = columns.get(title);
        return column == null || column >= row.getCellCount()
                ? ""
                : row.getCellText(column).strip();
    }
}
