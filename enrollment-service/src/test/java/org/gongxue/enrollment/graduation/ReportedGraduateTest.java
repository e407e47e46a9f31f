package org.gongxue.enrollment.graduation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.gongxue.enrollment.graduation.GraduationClaim.IdentityMatch;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.RowReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportedGraduateTest {

    private static final Map<Column, String> GOOD = Map.of(
            Column.NAME, "样例王强",
            Column.STUDENT_NUMBER, "20150047",
            Column.LEVEL, "专科",
            Column.AWARDED_ON, "2017-11-20",
            Column.DIPLOMA_NUMBER, "106997201706000001",
            Column.REQUIRED_CREDITS, "80",
            Column.EARNED_CREDITS, "80");

    private static GraduationClaim claim(Column column, String text) {
        var texts = new HashMap<>(GOOD);
        texts.put(column, text);
        return new ReportedGraduate(texts).claim(number -> "token", IdentityMatch.NOBODY);
    }

    private static GraduationClaim without(Column column) {
        var texts = new HashMap<>(GOOD);
        texts.remove(column);
        return new ReportedGraduate(texts).claim(number -> "token", IdentityMatch.NOBODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-11-20", "2017/11/20", "2017.11.20", "2017年11月20日", "20171120", "2017-11-20 00:00:00"})
    void aDayIsReadHoweverItIsWritten(String text) {
        assertThat(claim(Column.AWARDED_ON, text).awardedOn()).isEqualTo(LocalDate.of(2017, 11, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-11", "2017-02-30", "去年", "20171320"})
    void whatIsNoDayIsSaidWithoutRepeatingIt(String text) {
        assertThat(claim(Column.AWARDED_ON, text).unreadable())
                .containsExactly(new RowReason("DATE_UNREADABLE", "awardedOn", null, "2017-11-20"));
    }

    @ParameterizedTest
    @CsvSource({"专科, ASSOCIATE", "大专, ASSOCIATE", "本科, BACHELOR", "专升本, BACHELOR", "BACHELOR, BACHELOR"})
    void levelsHaveTheirUsualNames(String text, DegreeLevel level) {
        assertThat(claim(Column.LEVEL, text).level()).isEqualTo(level);
    }

    @Test
    void wholeCreditsAreReadAndOthersNot() {
        assertThat(claim(Column.EARNED_CREDITS, " ７６ ").earnedCredits()).isEqualTo(76);
        assertThat(claim(Column.EARNED_CREDITS, "76.0").earnedCredits()).isEqualTo(76);
        assertThat(claim(Column.EARNED_CREDITS, "76.5").unreadable())
                .extracting(RowReason::code)
                .containsExactly("NUMBER_UNREADABLE");
    }

    @Test
    void everyMissingValueIsNamed() {
        assertThat(without(Column.STUDENT_NUMBER).unreadable())
                .containsExactly(new RowReason("REQUIRED", "studentNumber", null, null));
        assertThat(without(Column.NAME).unreadable())
                .containsExactly(new RowReason("REQUIRED", "idNumber", null, null));
        assertThat(without(Column.DIPLOMA_NUMBER).diploma())
                .isEqualTo(new DiplomaNumber.Unreadable("DIPLOMA_NUMBER_LENGTH", "0", "18"));
    }

    @Test
    void anIdNumberThatASheetRoundedIsFound() {
        assertThat(claim(Column.ID_NUMBER, "1.10105E+17").unreadable())
                .containsExactly(new RowReason("ID_NUMBER_SCIENTIFIC", "idNumber", null, "18"));
    }

    @ParameterizedTest
    @CsvSource({
        "姓名, NAME",
        "' 学 号 ', STUDENT_NUMBER",
        "证件号码（必填）, ID_NUMBER",
        "*身份证号：, ID_NUMBER",
        "毕（结）业证书编号, DIPLOMA_NUMBER",
        "毕业证号, DIPLOMA_NUMBER",
        "毕业时间, AWARDED_ON",
        "diplomaNumber, DIPLOMA_NUMBER"
    })
    void headingsAreFoundInTheirUsualForms(String heading, Column column) {
        assertThat(Column.of(heading)).contains(column);
    }

    @Test
    void otherHeadingsAreNone() {
        assertThat(Column.of("处理结果")).isEmpty();
        assertThat(Column.of("")).isEmpty();
    }

    @Test
    void numbersThatASheetCannotHoldAreShownAsTheSheetShowsThem() {
        var tooLong = new CellValue.Numeric(new BigDecimal("1.069972017060E17"));
        assertThat(tooLong.text(Column.DIPLOMA_NUMBER)).isEqualTo("1.07E+17");
        assertThat(new CellValue.Numeric(new BigDecimal("20150047")).text(Column.STUDENT_NUMBER))
                .isEqualTo("20150047");
        assertThat(new CellValue.Numeric(new BigDecimal("80.0")).text(Column.EARNED_CREDITS))
                .isEqualTo("80");
        assertThat(new CellValue.Numeric(new BigDecimal("43059")).text(Column.AWARDED_ON))
                .isEqualTo("2017-11-20");
        assertThat(new CellValue.Numeric(new BigDecimal("20171120")).text(Column.AWARDED_ON))
                .isEqualTo("20171120");
    }
}
