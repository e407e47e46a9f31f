package org.gongxue.enrollment.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gongxue.enrollment.learner.IdNumber.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityChecksTest {

    private static final LocalDate TODAY = LocalDate.of(2015, 3, 2);

    @Test
    void theStandardsSampleIdNumberIsValid() {
        assertThat(IdNumber.fault("11010519491231002X", TODAY)).isEmpty();
    }

    @Test
    void fullWidthSpacedAndLowerCaseNumbersAreTheSameNumber() {
        assertThat(IdNumber.normalize(" 110105 19491231 002x")).isEqualTo("11010519491231002X");
        assertThat(IdNumber.normalize("１１０１０５１９４９１２３１００２Ｘ")).isEqualTo("11010519491231002X");
    }

    @ParameterizedTest
    @CsvSource({
        "110105194912310021, ID_NUMBER_CHECK",
        "11010519490229002X, ID_NUMBER_DATE",
        "11010520990101002X, ID_NUMBER_DATE",
        "00010519491231002X, ID_NUMBER_DIVISION",
        "110105491231002, ID_NUMBER_FORM",
        "1.10105E+17, ID_NUMBER_FORM"
    })
    void aFaultIsNamed(String number, Fault fault) {
        assertThat(IdNumber.fault(number, TODAY)).contains(fault);
    }

    @Test
    void theSampleProvinceIsAllowed() {
        var seventeen = "99010119800101001";
        assertThat(IdNumber.fault(seventeen + IdNumber.check(seventeen), TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"王伟", "买买提·艾力", "阿卜杜热合曼·阿卜杜拉", "𠅤𠮷", "王强（样例）", "Mary-Jane O'Neil", "〇一"})
    void namesOfManyKindsAreNames(String name) {
        assertThat(PersonName.isValid(PersonName.normalize(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "王", "王伟1", "=cmd()", "·伟", "<b>王</b>"})
    void otherTextsAreNot(String text) {
        assertThat(PersonName.isValid(PersonName.normalize(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"买买提•艾力", "买买提‧艾力", "买买提・艾力", " 买买提·艾力 "})
    void everyMiddleDotIsTheSame(String name) {
        assertThat(PersonName.normalize(name)).isEqualTo("买买提·艾力");
    }

    @Test
    void aSpaceInsideAChineseNameDoesNotCount() {
        assertThat(PersonName.normalize("王 伟")).isEqualTo("王伟");
    }

    @Test
    void phoneNumbersAreElevenDigits() {
        assertThat(PhoneNumber.isValid(PhoneNumber.normalize("+86 139-0000-0001")))
                .isTrue();
        assertThat(PhoneNumber.isValid("12900000001")).isFalse();
        assertThat(PhoneNumber.isValid("1390000001")).isFalse();
    }

    @Test
    void aCardNumberCarriesALuhnDigit() {
        assertThat(BankCard.isValid(BankCard.normalize("6222 0210 0111 2345 678")))
                .isFalse();
        assertThat(BankCard.isValid("4111111111111111")).isTrue();
        assertThat(BankCard.isValid("4111111111111112")).isFalse();
        assertThat(BankCard.isValid("62220210")).isFalse();
        assertThat(BankCard.tail("4111111111111111")).isEqualTo("1111");
    }
}
