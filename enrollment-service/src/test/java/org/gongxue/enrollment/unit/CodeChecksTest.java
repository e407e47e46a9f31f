package org.gongxue.enrollment.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeChecksTest {

    @Test
    void theStandardsSampleCreditCodeIsValid() {
        assertThat(CreditCode.isValid("91350100M000100Y43")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y44", // check character
                "91350100M000100Y4", // too short
                "91350100I000100Y43", // I is not in the alphabet
                "91350100m000100y43", // lower case
                ""
            })
    void aWrongCreditCodeIsFound(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }

    @Test
    void everySingleWrongCharacterOfACreditCodeIsFound() {
        var code = "91350100M000100Y43";
        for (var i = 0; i < code.length(); i++) {
            var other = code.charAt(i) == '7' ? '8' : '7';
            var wrong = code.substring(0, i) + other + code.substring(i + 1);
            assertThat(CreditCode.isValid(wrong)).as(wrong).isFalse();
        }
    }

    @Test
    void divisionCodesAreSixDigitsOfAProvinceOrTheSampleProvince() {
        assertThat(DivisionCode.isValid("370215")).isTrue();
        assertThat(DivisionCode.isValid("990000")).isTrue();
        assertThat(DivisionCode.isValid("070215")).isFalse();
        assertThat(DivisionCode.isValid("37021")).isFalse();
        assertThat(DivisionCode.isValid("37021X")).isFalse();
    }
}
