package org.gongxue.creditbank.occupation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is paid once per occupation rests on one spelling. */
class OccupationCodeTest {

    @Property
    void everyWayToTypeACodeIsOneText(
            @ForAll @Size(7) List<@From("digits") String> digits, @ForAll @Size(5) List<@From("gaps") String> gaps) {
        var typed = gaps.get(0)
                + digits.get(0)
                + gaps.get(1)
                + digits.get(1)
                + digits.get(2)
                + gaps.get(2)
                + digits.get(3)
                + digits.get(4)
                + gaps.get(3)
                + digits.get(5)
                + digits.get(6)
                + gaps.get(4);
        var plain = digits.stream()
                .map(digit -> Integer.toString(Character.digit(digit.charAt(0), 10)))
                .collect(Collectors.joining());
        assertThat(OccupationCode.normalized(typed))
                .hasValueSatisfying(code -> assertThat(code).matches("[0-9]-[0-9]{2}-[0-9]{2}-[0-9]{2}"))
                .map(code -> code.replace("-", ""))
                .contains(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "电工",
                "6",
                "6-31-01",
                "6-31-01-03-01",
                "63-1-01-03",
                "6-31-01-0",
                "6.31.01.03",
                "X-31-01-03",
                "六-31-01-03"
            })
    void anythingElseIsNoCode(String typed) {
        assertThat(OccupationCode.normalized(typed)).isEmpty();
    }

    @Provide
    Arbitrary<String> digits() {
        return Arbitraries.of("0", "1", "2", "3", "6", "9", "０", "３", "６", "９");
    }

    @Provide
    Arbitrary<String> gaps() {
        return Arbitraries.of("", "-", " ", "－", "–", "—", "−", "ー", "\u3000", "\u00a0", " - ", "\u2011");
    }
}
