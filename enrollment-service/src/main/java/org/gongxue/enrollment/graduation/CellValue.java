package org.gongxue.enrollment.graduation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;

/** What stands in a cell of a sheet, or in a field of a message. */
public sealed interface CellValue {

    /** Characters as typed. */
    record Text(String text) implements CellValue {}

    /** A number; a sheet keeps 15 digits of it and no more. */
    record Numeric(BigDecimal number) implements CellValue {}

    /** A number that its format says is a day. */
    record Day(LocalDate day) implements CellValue {}

    /** From here on a sheet has lost the last digits of a long number. */
    BigDecimal EXACT_MAX = new BigDecimal("1e15");

    /** Days of a sheet are counted from here (and 1900 is taken for a leap year, which is past). */
    LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /** The longest numbers that are taken for numbers. */
    int SCALE_MAX = 30;

    /** See {@link #SCALE_MAX}. */
    int PRECISION_MAX = 40;

    /** A number; one that would fill the memory when written out, such as 1e-999999999, is text that nothing accepts. */
    static CellValue of(BigDecimal number) {
        return Math.abs((long) number.scale()) > SCALE_MAX || number.precision() > PRECISION_MAX
                ? new Text(number.round(MathContext.DECIMAL32).toString())
                : new Numeric(number);
    }

    /** The value as the text that is read, kept and shown. */
    default String text(Column column) {
        return switch (this) {
            case Text(var text) -> text.strip();
            case Day(var day) -> day.toString();
            case Numeric(var number) -> column.isDay() && isDayCount(number) ? day(number) : plain(number);
        };
    }

    private static boolean isDayCount(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(20_000)) >= 0 && number.compareTo(BigDecimal.valueOf(80_000)) < 0;
    }

    private static String day(BigDecimal count) {
        return DAY_ZERO.plusDays(count.longValue()).toString();
    }

    private static String plain(BigDecimal number) {
        return number.abs().compareTo(EXACT_MAX) >= 0
                ? scientific(number)
                : number.stripTrailingZeros().toPlainString();
    }

    /** As a sheet shows a number that is too long: {@code 1.07E+17}. */
    static String scientific(BigDecimal number) {
        var rounded = number.round(new MathContext(3, RoundingMode.HALF_UP));
        var exponent = rounded.precision() - rounded.scale() - 1;
        var digits = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return digits + "E+" + exponent;
    }
}
