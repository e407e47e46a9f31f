package org.gongxue.enrollment.graduation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a 毕业名单, with the headings that universities give them; messages use {@link #field}. */
public enum Column {
    NAME("name", "姓名|学生姓名|名字"),
    ID_NUMBER("idNumber", "证件号码|身份证号|身份证号码|身份证件号|身份证件号码|证件号|身份证"),
    STUDENT_NUMBER("studentNumber", "学号|学生学号|学籍号"),
    LEVEL("level", "层次|学历层次|培养层次|办学层次"),
    MAJOR("major", "专业|专业名称"),
    ENROLLED_ON("enrolledOn", "入学日期|入学时间|入学年月"),
    AWARDED_ON("awardedOn", "毕业日期|毕业时间|毕(结)业日期"),
    DIPLOMA_NUMBER("diplomaNumber", "毕业证书编号|毕业证编号|毕业证书号|毕业证号|证书编号|毕(结)业证书编号"),
    REQUIRED_CREDITS("requiredCredits", "应修学分|应修总学分|规定学分"),
    EARNED_CREDITS("earnedCredits", "已修学分|已获学分|实修学分|已修总学分"),
    REMARK("remark", "备注|说明");

    private static final Map<String, Column> BY_HEADING = Stream.of(values())
            .flatMap(column -> Stream.concat(Stream.of(column.headings.split("\\|", -1)), Stream.of(column.field))
                    .map(heading -> Map.entry(normalize(heading), column)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String field;
    private final String headings;

    Column(String field, String headings) {
        this.field = field;
        this.headings = headings;
    }

    /** The field's name in messages, problems and events. */
    public String field() {
        return field;
    }

    /** The heading in our template. */
    public String heading() {
        return headings.split("\\|", -1)[0];
    }

    /** Whether every row needs a value. (Of name and ID number, one is enough.) */
    public boolean isRequired() {
        return switch (this) {
            case STUDENT_NUMBER, LEVEL, AWARDED_ON, DIPLOMA_NUMBER, REQUIRED_CREDITS, EARNED_CREDITS -> true;
            case NAME, ID_NUMBER, MAJOR, ENROLLED_ON, REMARK -> false;
        };
    }

    /** Whether its values are days. */
    boolean isDay() {
        return this == ENROLLED_ON || this == AWARDED_ON;
    }

    /** The column of a heading as people write it: with spaces, stars, colons, and remarks in brackets behind it. */
    public static Optional<Column> of(String heading) {
        var normalized = normalize(heading);
        var column = BY_HEADING.get(normalized);
        return Optional.ofNullable(
                column != null ? column : BY_HEADING.get(normalized.replaceFirst("\\([^()]*\\)$", "")));
    }

    /** The column of a field's name. */
    public static Optional<Column> ofField(String field) {
        return Stream.of(values()).filter(c -> c.field.equals(field)).findFirst();
    }

    private static String normalize(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replaceAll("[\\s*:\\u200b\\ufeff]", "")
                .toLowerCase(Locale.ROOT);
    }
}
