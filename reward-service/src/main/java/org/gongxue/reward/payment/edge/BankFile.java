package org.gongxue.reward.payment.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.poifs.crypt.temp.SXSSFWorkbookWithCustomZipEntrySource;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.gongxue.reward.entitlement.edge.PaymentAttemptRow;
import org.gongxue.reward.payment.edge.PayeeClient.Payee;

/**
 * Writes a batch as the spreadsheet a bank reads. Every cell is text, so that no account number becomes 6.2E+18. What
 * spills to disk while writing is encrypted with a key of this moment, because it holds bank accounts.
 */
final class BankFile {

    private static final short TEXT_FORMAT = 0x31;
    private static final int ROWS_IN_MEMORY = 500;

    /** A line and whom it goes to. */
    record Line(PaymentAttemptRow attempt, Payee payee) {}

    private BankFile() {}

    /**
     * The file's bytes.
     *
     * @param documentId a random id that goes into the file, so that its digest in the log tells nothing about the
     *     accounts in it
     */
    static byte[] write(BankTemplate template, List<Line> lines, String purpose, String documentId) {
        try (var workbook = new SXSSFWorkbookWithCustomZipEntrySource();
                var out = new ByteArrayOutputStream()) {
            workbook.getXSSFWorkbook().getProperties().getCustomProperties().addProperty("documentId", documentId);
            var text = workbook.createCellStyle();
            text.setDataFormat(TEXT_FORMAT);
            var sheet = workbook.createSheet(template.sheet());
            sheet.setRandomAccessWindowSize(ROWS_IN_MEMORY);
            fill(sheet.createRow(0), text, titles(template));
            for (var line : lines) {
                fill(sheet.createRow(sheet.getLastRowNum() + 1), text, values(template, line, purpose));
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a bank file cannot be written", e);
        }
    }

    private static List<String> titles(BankTemplate template) {
        return template.columns().stream().map(BankTemplate.Column::title).toList();
    }

    private static List<String> values(BankTemplate template, Line line, String purpose) {
        return template.columns().stream()
                .map(column -> value(column.field(), line, purpose))
                .toList();
    }

    private static String value(BankTemplate.Field field, Line line, String purpose) {
        return switch (field) {
            case LINE -> Integer.toString(line.attempt().line);
            case PAYEE_NAME -> line.payee().name();
            case ACCOUNT_NUMBER -> line.payee().accountNumber();
            case BANK_NAME -> line.payee().bankName();
            case BANK_CODE -> line.payee().bankCode();
            case AMOUNT_YUAN -> BigDecimal.valueOf(line.attempt().amountFen, 2).toPlainString();
            case PURPOSE -> purpose;
            case PAYMENT_NUMBER -> line.attempt().paymentNumber;
        };
    }

    private static void fill(Row row, CellStyle text, List<String> values) {
        for (var i = 0; i < values.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellStyle(text);
            cell.setCellValue(values.get(i));
        }
    }
}
