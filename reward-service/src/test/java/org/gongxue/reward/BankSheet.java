package org.gongxue.reward;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** 回盘: the spreadsheets that go to the bank and come back from it. */
final class BankSheet {

    private static final List<String> HEADINGS = List.of("业务编号", "状态", "失败原因", "银行流水号", "时间");
    private static final int AMOUNT = 5;
    private static final int PAYMENT_NUMBER = 7;

    private BankSheet() {}

    /** One line of an export: its amount in yuan and its payment number. */
    record Line(String yuan, String paymentNumber) {}

    /** The lines of an export. */
    static List<Line> lines(byte[] export) throws IOException {
        var lines = new ArrayList<Line>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(export))) {
            var sheet = workbook.getSheetAt(0);
            for (var r = 1; r <= sheet.getLastRowNum(); r++) {
                var row = sheet.getRow(r);
                lines.add(new Line(
                        row.getCell(AMOUNT).getStringCellValue(),
                        row.getCell(PAYMENT_NUMBER).getStringCellValue()));
            }
        }
        return lines;
    }

    /** A result file with these rows. */
    static byte[] results(List<List<String>> rows) throws IOException {
        var all = new ArrayList<List<String>>();
        all.add(HEADINGS);
        all.addAll(rows);
        return of(all);
    }

    /** A sheet with these rows. */
    static byte[] of(List<List<String>> rows) throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("回盘");
            for (var r = 0; r < rows.size(); r++) {
                var row = sheet.createRow(r);
                for (var c = 0; c < rows.get(r).size(); c++) {
                    row.createCell(c).setCellValue(rows.get(r).get(c));
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
