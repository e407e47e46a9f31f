package org.gongxue.reward.payment.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongxue.kit.door.RefusedException;
import org.junit.jupiter.api.Test;

class ResultFileTest {

    private static final List<String> HEADINGS = List.of("业务编号", "状态", "失败原因", "银行流水号", "时间");

    private final BankTemplate template = BankTemplate.load("standard", new ObjectMapper());

    @Test
    void aFileThatUnpacksToTooMuchIsRefusedBeforeItIsRead() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            for (var megabyte = 0; megabyte < 41; megabyte++) {
                zip.write(new byte[1_000_000]);
            }
        }
        assertThatThrownBy(() -> ResultFile.read(file.toByteArray(), template))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo("FILE_UNPACKS_TOO_LARGE"));
    }

    @Test
    void aNumberNoCalendarReachesIsAFaultOfItsRow() throws IOException {
        for (var number : List.of(6.2220201e17, 1e300)) {
            var content = ResultFile.read(sheet(number), template);
            assertThat(content.faults()).extracting(ResultFile.Fault::code).containsExactly("TIME_UNREADABLE");
        }
    }

    private static byte[] sheet(double time) throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("回盘");
            var headings = sheet.createRow(0);
            for (var c = 0; c < HEADINGS.size(); c++) {
                headings.createCell(c).setCellValue(HEADINGS.get(c));
            }
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue("P-2018-000001-1");
            row.createCell(1).setCellValue("成功");
            row.createCell(3).setCellValue("BANK1");
            row.createCell(4).setCellValue(time);
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
