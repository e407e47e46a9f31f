package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticTest {

    private static final int PEOPLE = 2_000;

    @Test
    void identityNumbersBelongToNoDivisionAndCheckThemselves() {
        assertThat(IntStream.range(0, PEOPLE).mapToObj(Synthetic::idNumber))
                .doesNotHaveDuplicates()
                .allMatch(number -> number.startsWith("99") && number.length() == 18)
                .allMatch(number -> weightedSum(number) % 11 == 1);
    }

    /** The sum of all 18 characters, each weighted 2 to the power of its place from the right, X being 10 (GB 11643). */
    private static int weightedSum(String number) {
        int sum = 0;
        int weight = 1;
        for (int i = number.length() - 1; i >= 0; i--) {
            int value = number.charAt(i) == 'X' ? 10 : Character.digit(number.charAt(i), 10);
            sum += value * weight % 11;
            weight = weight * 2 % 11;
        }
        return sum;
    }

    @Test
    void cardNumbersCheckThemselves() {
        assertThat(IntStream.range(0, PEOPLE).mapToObj(Synthetic::cardNumber))
                .doesNotHaveDuplicates()
                .allMatch(number -> number.length() == 19 && luhnSum(number) % 10 == 0);
    }

    private static int luhnSum(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = Character.digit(number.charAt(number.length() - 1 - i), 10);
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum;
    }

    @Test
    void certificateAndDiplomaNumbersHoldWhatTheyStandFor() {
        assertThat(Synthetic.certificateNumber(2016, 3, 7)).isEqualTo("1637020001300007");
        assertThat(Synthetic.diplomaNumber("10699", 2017, 7)).isEqualTo("106997201706000007");
    }
}
