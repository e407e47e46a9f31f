package org.gongxue.creditbank.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongxue.creditbank.certificate.CertificateNumber.Part;
import org.gongxue.creditbank.certificate.CertificateNumber.Read;
import org.gongxue.creditbank.certificate.CertificateNumber.Unreadable;
import org.gongxue.events.creditbank.CertificateForm;
import org.gongxue.events.creditbank.SkillLevel;
import org.junit.jupiter.api.Test;

class CertificateNumberTest {

    @Test
    void aNumberOf22CharactersNamesItsIssuerFirstAndItsYearAndLevelAtPositions14To16() {
        var read = (Read) CertificateNumber.read("S000137000001234000017");
        assertThat(read)
                .isEqualTo(new Read(
                        CertificateForm.CHARACTERS_22,
                        new Part<>("S000137", "1-7"),
                        new Part<>(23, "14-15"),
                        new Part<>(SkillLevel.INTERMEDIATE, "16")));
    }

    @Test
    void aNumberOf16DigitsNamesItsYearFirstThenItsIssuerAndItsLevelAtPosition11() {
        var read = (Read) CertificateNumber.read("1637021001212345");
        assertThat(read)
                .isEqualTo(new Read(
                        CertificateForm.DIGITS_16,
                        new Part<>("37021001", "3-10"),
                        new Part<>(16, "1-2"),
                        new Part<>(SkillLevel.TECHNICIAN, "11")));
    }

    @Test
    void digit1IsTheHighestLevelAndDigit5TheLowest() {
        assertThat("12345".chars().mapToObj(digit -> level((char) digit)))
                .containsExactly(
                        SkillLevel.SENIOR_TECHNICIAN,
                        SkillLevel.TECHNICIAN,
                        SkillLevel.SENIOR,
                        SkillLevel.INTERMEDIATE,
                        SkillLevel.BEGINNER);
    }

    @Test
    void spacesHyphensFullWidthAndSmallLettersDoNotMakeAnotherNumber() {
        assertThat(CertificateNumber.normalized(" ｓ0001 3700-0001—2340 00017　"))
                .isEqualTo(CertificateNumber.normalized("S000137000001234000017"));
    }

    @Test
    void aWrongLengthIsNamedWithoutTheNumber() {
        assertThat(CertificateNumber.read("163702100121234"))
                .isEqualTo(new Unreadable("CERTIFICATE_NUMBER_LENGTH", null, "15", "16 / 22"));
    }

    @Test
    void aLetterAmongTheDigitsIsNamedByItsPlace() {
        assertThat(CertificateNumber.read("16370210O1212345"))
                .isEqualTo(new Unreadable("CERTIFICATE_NUMBER_CHARACTER", "9", "O", "0-9"));
    }

    @Test
    void aCharacterOfTwoHalvesIsNamedWhole() {
        assertThat(CertificateNumber.read("1637\uD83D\uDE0021001212345"))
                .isEqualTo(new Unreadable("CERTIFICATE_NUMBER_LENGTH", null, "17", "16 / 22"));
        assertThat(CertificateNumber.read("1637\uD83D\uDE002100121234"))
                .isEqualTo(new Unreadable("CERTIFICATE_NUMBER_CHARACTER", "5", "\uD83D\uDE00", "0-9"));
    }

    @Test
    void aLevelDigitBeyond5IsNamed() {
        assertThat(CertificateNumber.read("1637021001612345"))
                .isEqualTo(new Unreadable("CERTIFICATE_NUMBER_CHARACTER", "11", "6", "1-5"));
    }

    @Test
    void aLongNumberBeginsWithYOrS() {
        assertThat(CertificateNumber.read("X000137000001234000017"))
                .isEqualTo(new Unreadable("CERTIFICATE_NUMBER_CHARACTER", "1", "X", "Y / S"));
    }

    @Test
    void aNumberThatFollowsNoFormHas4To40VisibleCharacters() {
        assertThat(CertificateNumber.objectionToOwn("青工发〔2016〕12号")).isEmpty();
        assertThat(CertificateNumber.objectionToOwn("123"))
                .contains(new Unreadable("DOCUMENT_NUMBER_LENGTH", null, "3", "4 – 40"));
        assertThat(CertificateNumber.objectionToOwn("1".repeat(41)))
                .contains(new Unreadable("DOCUMENT_NUMBER_LENGTH", null, "41", "4 – 40"));
        assertThat(CertificateNumber.objectionToOwn("12\u200b34"))
                .contains(new Unreadable("CERTIFICATE_NUMBER_CHARACTER", "3", "U+200B", "PRINTABLE"));
    }

    @Test
    void digitsOfOtherScriptsAreNoDigits() {
        assertThat(CertificateNumber.read("16370210٠1212345")).isInstanceOf(Unreadable.class);
    }

    private static SkillLevel level(char digit) {
        return ((Read) CertificateNumber.read("1637021001" + digit + "12345"))
                .level()
                .value();
    }
}
