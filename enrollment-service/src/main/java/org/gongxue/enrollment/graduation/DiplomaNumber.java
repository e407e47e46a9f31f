package org.gongxue.enrollment.graduation;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.DiplomaType;

/** 毕业证书编号: 18 digits = school 5, type 1, year 4, level 2, serial 6. The number itself stays out of the log. */
public sealed interface DiplomaNumber {

    /** The field's name in requests and reasons. */
    String FIELD = "diplomaNumber";

    /**
     * A number of the right form.
     *
     * @param typeDigit as it stands; see {@link #type}
     * @param levelDigits as they stand; see {@link #level}
     * @param token a keyed digest of the whole number
     */
    record Read(String schoolCode, String typeDigit, int year, String levelDigits, String token)
            implements DiplomaNumber {

        /** What the type digit means; empty for one that means nothing. */
        public Optional<DiplomaType> type() {
            return switch (typeDigit) {
                case "1" -> Optional.of(DiplomaType.ORDINARY);
                case "5" -> Optional.of(DiplomaType.ADULT);
                case "6" -> Optional.of(DiplomaType.SELF_STUDY);
                case "7" -> Optional.of(DiplomaType.NETWORK);
                default -> Optional.empty();
            };
        }

        /** What the level digits mean; empty for those that mean no level of ours. */
        public Optional<DegreeLevel> level() {
            return switch (levelDigits) {
                case "05" -> Optional.of(DegreeLevel.BACHELOR);
                case "06" -> Optional.of(DegreeLevel.ASSOCIATE);
                default -> Optional.empty();
            };
        }
    }

    /**
     * A text that is no diploma number.
     *
     * @param code DIPLOMA_NUMBER_SCIENTIFIC or DIPLOMA_NUMBER_LENGTH
     * @param value what may be shown: the scientific notation, or how many characters there are
     */
    record Unreadable(String code, String value, String needed) implements DiplomaNumber {}

    /** 18 digits. */
    int LENGTH = 18;

    /** What a sheet makes of long digits: {@code 1.07E+17}; also with comma or full-width letters. */
    Pattern SCIENTIFIC = Pattern.compile("\\d([.,]\\d{1,30})?[eE]\\+?\\d{1,3}");

    /**
     * Takes a text apart.
     *
     * @param token makes the keyed digest of a number of the right form
     */
    static DiplomaNumber read(String text, UnaryOperator<String> token) {
        var number = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
        if (SCIENTIFIC.matcher(number).matches()) {
            var shown = CellValue.scientific(new BigDecimal(number.replace(',', '.')));
            return new Unreadable("DIPLOMA_NUMBER_SCIENTIFIC", shown, Integer.toString(LENGTH));
        }
        if (!number.matches("\\d{" + LENGTH + "}")) {
            return new Unreadable("DIPLOMA_NUMBER_LENGTH", Integer.toString(number.length()), Integer.toString(LENGTH));
        }
        return new Read(
                number.substring(0, 5),
                number.substring(5, 6),
                Integer.parseInt(number.substring(6, 10)),
                number.substring(10, 12),
                token.apply(number));
    }
}
