package org.gongxue.reward.quota.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongxue.events.reward.QuotaCell;

/** The sheet that is filled in with places: ids and names as text, one column for each group. */
final class QuotaTemplate {

    static final String UNIT_ID = "单位编号";
    static final String UNIT_NAME = "单位名称";

    private static final String SHEET = "名额";
    private static final short TEXT_FORMAT = 0x31;
    private static final int ID_WIDTH = 18 * 256;
    private static final int NAME_WIDTH = 32 * 256;

    private QuotaTemplate() {}

    /** The headings of a policy's sheet. */
    static List<String> headings(QuotaPolicy quota) {
        var headings = new ArrayList<>(List.of(UNIT_ID, UNIT_NAME));
        headings.addAll(quota.ceilings().keySet());
        return headings;
    }

    /** The units the caller may allot to, each with the places it has; a group without places is left empty. */
    static byte[] write(QuotaPolicy quota, OwnUnits own) {
        var places = new HashMap<QuotaCell, Integer>();
        QuotaCellRow.of(quota.policy().policyId(), quota.year())
                .forEach(row -> places.put(quota.cell(row.unitId, row.group), row.places));
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var text = workbook.createCellStyle();
            text.setDataFormat(TEXT_FORMAT);
            var sheet = workbook.createSheet(SHEET);
            sheet.setDefaultColumnStyle(0, text);
            sheet.setColumnWidth(0, ID_WIDTH);
            sheet.setColumnWidth(1, NAME_WIDTH);
            sheet.createFreezePane(2, 1);
            texts(sheet.createRow(0), text, headings(quota));
            if (quota.quota().unitBy() == null && own.holdWhole()) {
                row(sheet.createRow(1), text, List.of(QuotaCell.WHOLE, ""), quota, places);
            }
            for (var unit : quota.units()) {
                if (own.hold(unit)) {
                    var row = sheet.createRow(sheet.getLastRowNum() + 1);
                    row(row, text, List.of(unit.unitId, unit.name), quota, places);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a template cannot be written", e);
        }
    }

    private static void row(
            Row row, CellStyle text, List<String> unit, QuotaPolicy quota, Map<QuotaCell, Integer> places) {
        texts(row, text, unit);
        var column = unit.size();
        for (var group : quota.ceilings().keySet()) {
            var known = places.get(quota.cell(unit.getFirst(), group));
            if (known != null) {
                row.createCell(column).setCellValue(known);
            }
            column++;
        }
    }

    private static void texts(Row row, CellStyle style, List<String> texts) {
        for (var i = 0; i < texts.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellStyle(style);
            cell.setCellValue(texts.get(i));
        }
    }
}
