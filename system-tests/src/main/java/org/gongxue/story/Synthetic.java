package org.gongxue.story;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Numbers and names that are well formed and belong to nobody: identity numbers carry the unassigned division prefix
 * 99, card numbers begin with 6299 99, names begin with 样例.
 */
final class Synthetic {

    /** The body that issues all sample certificates. */
    static final String ISSUER = "37020001";

    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final LocalDate OLDEST = LocalDate.of(1965, 1, 1);
    private static final int BIRTHDAYS = 9_000;
    private static final List<String> SURNAMES = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "孙", "宋");
    private static final List<String> GIVEN_NAMES = List.of(
            "建国", "秀英", "志强", "桂兰", "海涛", "丽华", "文斌", "玉梅", "永刚", "春燕", "立新", "淑珍", "卫东", "晓红", "德胜", "爱萍", "国庆", "月娥",
            "长江");

    private Synthetic() {}

    /** The name of sample person {@code n}. */
    static String name(int n) {
        return "样例" + SURNAMES.get(n % SURNAMES.size()) + GIVEN_NAMES.get(n / SURNAMES.size() % GIVEN_NAMES.size());
    }

    /** The identity number of sample person {@code n} < 9,000,000, valid by GB 11643-1999 but for its division. */
    static String idNumber(int n) {
        String birthday = OLDEST.plusDays(Math.floorMod(n * 7L, BIRTHDAYS)).format(DateTimeFormatter.BASIC_ISO_DATE);
        String body = String.format(Locale.ROOT, "99%04d%s%03d", 100 + n / 900, birthday, 100 + n % 900);
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += ID_WEIGHTS[i] * Character.digit(body.charAt(i), 10);
        }
        return body + ID_CHECKS.charAt(sum % 11);
    }

    /** The phone number of sample person {@code n}; 1 to 20 are the user names of the sample learners. */
    static String phone(int n) {
        return "139" + String.format(Locale.ROOT, "%08d", n);
    }

    /** The 19 digits of the bank card of sample person {@code n}, with the check digit of ISO/IEC 7812-1. */
    static String cardNumber(int n) {
        String body = "629999" + String.format(Locale.ROOT, "%012d", n);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = Character.digit(body.charAt(body.length() - 1 - i), 10);
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return body + (10 - sum % 10) % 10;
    }

    /** A 16-digit skill certificate number of {@link #ISSUER}: year, province 37, city 02, body 0, body serial, level, serial. */
    static String certificateNumber(int year, int levelDigit, int serial) {
        return certificateNumber(year, ISSUER, levelDigit, serial);
    }

    /** A well-formed number of a body that is in nobody's register. */
    static String strangersCertificateNumber(int year, int levelDigit, int serial) {
        return certificateNumber(year, "37020999", levelDigit, serial);
    }

    private static String certificateNumber(int year, String issuer, int levelDigit, int serial) {
        return String.format(Locale.ROOT, "%02d%s%d%05d", year % 100, issuer, levelDigit, serial);
    }

    /** The 18 digits of a network-education diploma at associate level (专科): school, 7, year, 06, serial. */
    static String diplomaNumber(String schoolCode, int year, int serial) {
        return String.format(Locale.ROOT, "%s7%04d06%06d", schoolCode, year, serial);
    }
}
