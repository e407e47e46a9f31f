package org.gongxue.enrollment.graduation.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.gongxue.enrollment.graduation.CellValue;
import org.gongxue.enrollment.graduation.Column;
import org.gongxue.kit.door.RefusedException;
import org.junit.jupiter.api.Test;

class GraduationSheetTest {

    private static final List<Object> ROW = List.of(
            "样例王强",
            "110105194912310021",
            "20150047",
            "专科",
            "机械",
            "2015-03-31",
            "2017-11-20",
            "106997201706000001",
            "80",
            "80",
            "");

    @Test
    void theHeadingsAreFoundBeneathATitleAndRowsKeepTheirSheetNumbers() {
        var rows = GraduationSheet.read(Sheets.workbook(
                List.of(List.of("西北工业大学2017届毕业名单"), List.of(), Sheets.HEADINGS, ROW, List.of("", "", ""), ROW)));
        assertThat(rows).extracting(GraduationSheet.SheetRow::number).containsExactly(4, 6);
        assertThat(rows.getFirst().graduate().text(Column.STUDENT_NUMBER)).contains("20150047");
    }

    @Test
    void columnsMayStandInAnyOrderUnderTheirUsualNamesWithOthersBetween() {
        var rows = GraduationSheet.read(Sheets.workbook(List.of(
                List.of("序号", "毕业证号", "学 号", "学历层次", "毕业时间", "应修总学分", "实修学分", "学生姓名", "处理结果"),
                List.of(
                        1,
                        "106997201706000001",
                        20150047,
                        "大专",
                        LocalDate.of(2017, 11, 20),
                        80,
                        "=70+10",
                        "样例王强",
                        "x"))));
        var graduate = rows.getFirst().graduate();
        assertThat(graduate.text(Column.STUDENT_NUMBER)).contains("20150047");
        assertThat(graduate.text(Column.AWARDED_ON)).contains("2017-11-20");
        assertThat(graduate.text(Column.EARNED_CREDITS)).contains("80");
        assertThat(graduate.text(Column.NAME)).contains("样例王强");
    }

    @Test
    void aDiplomaNumberThatTheSheetMadeANumberOfIsScientific() {
        var asNumber = new ArrayList<>(ROW);
        asNumber.set(7, 1.06997201706e17);
        var asText = new ArrayList<>(ROW);
        asText.set(7, "1.07E+17");
        var rows = GraduationSheet.read(Sheets.workbook(List.of(Sheets.HEADINGS, asNumber, asText)));
        assertThat(rows)
                .extracting(row -> row.graduate().text(Column.DIPLOMA_NUMBER).orElseThrow())
                .containsExactly("1.07E+17", "1.07E+17");
    }

    @Test
    void whatIsNoXlsxIsSaidForWhatItIs() throws IOException {
        refused("FILE_NOT_XLSX", "姓名,学号\n样例王强,1\n".getBytes(StandardCharsets.UTF_8));
        refused("FILE_NOT_XLSX", new byte[0]);
        var old = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet();
            workbook.write(old);
        }
        refused("FILE_OLD_OR_LOCKED", old.toByteArray());
        refused("FILE_UNREADABLE", zip("hello.txt", new byte[10]));
        var whole = Sheets.workbook(List.of(Sheets.HEADINGS, ROW));
        refused("FILE_UNREADABLE", Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void aSmallFileThatUnpacksToAHugeOneIsTooLarge() throws IOException {
        refused("FILE_TOO_LARGE", zip("xl/workbook.xml", new byte[210 * 1024 * 1024]));
    }

    @Test
    void missingAndRepeatedColumnsAreNamed() {
        var without = new ArrayList<>(Sheets.HEADINGS);
        without.set(7, "其他");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> GraduationSheet.read(Sheets.workbook(List.of(without, ROW))))
                .satisfies(e -> {
                    assertThat(e.refusal().code()).isEqualTo("FILE_COLUMNS_MISSING");
                    assertThat(e.refusal().needed()).isEqualTo("毕业证书编号");
                });
        var twice = new ArrayList<>(Sheets.HEADINGS);
        twice.set(10, "学生学号");
        refused("FILE_COLUMN_TWICE", Sheets.workbook(List.of(twice, ROW)));
        refused("FILE_COLUMNS_MISSING", Sheets.workbook(List.of(List.of("随便"), List.of("写写"))));
    }

    @Test
    void moreRowsThanAFileMayHoldAreTooMany() {
        var three = Sheets.workbook(List.of(Sheets.HEADINGS, ROW, ROW, ROW));
        assertThat(GraduationSheet.read(three, 3)).hasSize(3);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> GraduationSheet.read(three, 2))
                .satisfies(e -> assertThat(e.refusal().code()).isEqualTo("FILE_TOO_MANY_ROWS"));
    }

    @Test
    void aNumberTooLongToWriteOutIsNoNumberAndADayTooFarIsNoDay() {
        var far = new ArrayList<>(ROW);
        far.set(6, LocalDate.of(900_000, 1, 1));
        far.set(8, 1e-300);
        far.set(9, "=1/3E200");
        var row = GraduationSheet.read(Sheets.workbook(List.of(Sheets.HEADINGS, far)))
                .getFirst()
                .graduate();
        assertThat(row.texts().get(Column.AWARDED_ON)).containsOnlyDigits();
        assertThat(row.texts().get(Column.REQUIRED_CREDITS)).hasSizeLessThan(20);
        assertThat(row.texts().get(Column.EARNED_CREDITS)).hasSizeLessThan(20);
        assertThat(CellValue.of(new BigDecimal("1e-999999999")).text(Column.EARNED_CREDITS))
                .isEqualTo("1E-999999999");
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static void refused(String code, byte[] content) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> GraduationSheet.read(content))
                .satisfies(e -> assertThat(e.refusal().code()).isEqualTo(code));
    }
}
