package org.gongxue.enrollment.graduation.edge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as a registrar makes them; a cell is a String, a Number, a LocalDate, a formula ("=…") or nothing. */
public final class Sheets {

    public static final List<Object> HEADINGS =
            List.of("姓名", "证件号码", "学号", "层次", "专业", "入学日期", "毕业日期", "毕业证书编号", "应修学分", "已修学分", "备注");

    private Sheets() {}

    /** One sheet with these rows, the first in row 1. */
    public static byte[] workbook(List<List<Object>> rows) {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("毕业名单");
            var day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            for (var i = 0; i < rows.size(); i++) {
                var row = sheet.createRow(i);
                for (var j = 0; j < rows.get(i).size(); j++) {
                    fill(row.createCell(j), rows.get(i).get(j), day);
                }
            }
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Cell cell, Object value, org.apache.poi.ss.usermodel.CellStyle day) {
        switch (value) {
            case String formula when formula.startsWith("=") -> cell.setCellFormula(formula.substring(1));
            case String text -> cell.setCellValue(text);
            case Number number -> cell.setCellValue(number.doubleValue());
            case LocalDate date -> {
                cell.setCellValue(date);
                cell.setCellStyle(day);
            }
            default -> throw new IllegalArgumentException(value.toString());
        }
    }

    /** The rows of the first sheet as shown. */
    public static List<List<String>> read(byte[] bytes) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var formatter = new DataFormatter();
            var rows = new ArrayList<List<String>>();
            for (var row : workbook.getSheetAt(0)) {
                var cells = new ArrayList<String>();
                row.forEach(cell -> cells.add(formatter.formatCellValue(cell)));
                rows.add(cells);
            }
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
