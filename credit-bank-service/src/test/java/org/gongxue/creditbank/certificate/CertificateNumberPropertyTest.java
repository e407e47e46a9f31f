package org.gongxue.creditbank.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongxue.creditbank.certificate.CertificateNumber.Read;
import org.gongxue.creditbank.certificate.CertificateNumber.Unreadable;

class CertificateNumberPropertyTest {

    @Property
    void whatWasWrittenIsRead(@ForAll("numbers") Numbers.Made made) {
        var read = (Read) CertificateNumber.read(made.number());
        assertThat(read.form()).isEqualTo(made.form());
        assertThat(read.issuer().value()).isEqualTo(made.issuerCode());
        assertThat(read.yearOfCentury().value()).isEqualTo(made.yearOfCentury());
        assertThat(read.level().value()).isEqualTo(made.level());
    }

    @Property
    void anyTextIsEitherReadOrNamedButNeverThrows(@ForAll("texts") String text) {
        var normalized = CertificateNumber.normalized(text);
        switch (CertificateNumber.read(normalized)) {
            case Read _ -> assertThat(normalized).matches("\\d{10}[1-5]\\d{5}|[YS]\\d{14}[1-5]\\d{6}");
            case Unreadable unreadable -> assertThat(unreadable.value()).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Property
    void anySpellingOfANumberIsTheSameNumber(@ForAll("numbers") Numbers.Made made, @ForAll Random random) {
        assertThat(CertificateNumber.normalized(spelled(made.number(), random))).isEqualTo(made.number());
    }

    private static String spelled(String number, Random random) {
        return number.chars()
                .mapToObj(c -> switch (random.nextInt(5)) {
                    case 0 -> Character.toString(c + 0xFEE0); // full-width
                    case 1 -> Character.toString(c).toLowerCase(Locale.ROOT);
                    case 2 -> " " + Character.toString(c);
                    case 3 -> Character.toString(c) + "-";
                    default -> Character.toString(c);
                })
                .collect(Collectors.joining());
    }

    @Provide
    Arbitrary<Numbers.Made> numbers() {
        return Numbers.any();
    }

    @Provide
    Arbitrary<String> texts() {
        var almost = Arbitraries.strings()
                .withChars("YSys0123456789 -O")
                .ofMinLength(14)
                .ofMaxLength(24);
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(64), almost);
    }
}
