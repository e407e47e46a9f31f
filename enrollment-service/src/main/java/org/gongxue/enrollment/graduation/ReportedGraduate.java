package org.gongxue.enrollment.graduation;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.gongxue.enrollment.graduation.GraduationClaim.IdentityMatch;
import org.gongxue.enrollment.learner.IdNumber;
import org.gongxue.enrollment.learner.PersonName;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.RowReason;
import org.jspecify.annotations.Nullable;

/**
 * A row or message as read: its texts by column. What it says about identity stays with the caller; reasons for what
 * cannot be read name the column and never repeat what stands there, for a name may have slipped into it.
 */
public record ReportedGraduate(Map<Column, String> texts) {

    private static final Pattern STUDENT_NUMBER = Pattern.compile("[A-Za-z0-9-]{1,30}");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:[-/.年]\\s*(\\d{1,2})[-/.月]\\s*(\\d{1,2})日?|(\\d{2})(\\d{2}))(?:[ T].*)?");

    /** Copies the texts. */
    public ReportedGraduate {
        texts = Map.copyOf(texts);
    }

    /** The text of a column; empty when there is none. */
    public Optional<String> text(Column column) {
        return Optional.ofNullable(texts.get(column)).filter(text -> !text.isBlank());
    }

    /** The student number, if it can be one. */
    public Optional<String> studentNumber() {
        return text(Column.STUDENT_NUMBER)
                .map(ReportedGraduate::halfWidth)
                .filter(n -> STUDENT_NUMBER.matcher(n).matches());
    }

    /** The name in the form that is compared. */
    public Optional<String> name() {
        return text(Column.NAME).map(PersonName::normalize);
    }

    /** The ID number in the form that is compared, unless a sheet has made a rounded number of it. */
    public Optional<String> idNumber() {
        return text(Column.ID_NUMBER)
                .map(IdNumber::normalize)
                .filter(n -> !DiplomaNumber.SCIENTIFIC.matcher(n).matches());
    }

    /**
     * The claim that is judged.
     *
     * @param token makes the keyed digest of a diploma number
     * @param identity what the vault says about name and ID number
     */
    public GraduationClaim claim(UnaryOperator<String> token, IdentityMatch identity) {
        var unreadable = new ArrayList<RowReason>();
        for (var column : Column.values()) {
            fault(column).ifPresent(unreadable::add);
        }
        return new GraduationClaim(
                studentNumber().orElse(null),
                level().orElse(null),
                day(Column.AWARDED_ON).orElse(null),
                DiplomaNumber.read(text(Column.DIPLOMA_NUMBER).orElse(""), token),
                whole(Column.REQUIRED_CREDITS).orElse(null),
                whole(Column.EARNED_CREDITS).orElse(null),
                identity,
                List.copyOf(unreadable));
    }

    private Optional<RowReason> fault(Column column) {
        if (text(column).isEmpty()) {
            // An absent diploma number is said by DiplomaNumber itself.
            var missing = column == Column.ID_NUMBER
                    ? text(Column.NAME).isEmpty()
                    : column.isRequired() && column != Column.DIPLOMA_NUMBER;
            return missing ? reason("REQUIRED", column, null) : Optional.empty();
        }
        return switch (column) {
            case NAME, MAJOR, ENROLLED_ON, REMARK, DIPLOMA_NUMBER -> Optional.empty();
            case ID_NUMBER -> idNumber().isEmpty() ? reason("ID_NUMBER_SCIENTIFIC", column, "18") : Optional.empty();
            case STUDENT_NUMBER ->
                studentNumber().isEmpty() ? reason("STUDENT_NUMBER_INVALID", column, null) : Optional.empty();
            case LEVEL -> level().isEmpty() ? reason("LEVEL_UNKNOWN", column, null) : Optional.empty();
            case AWARDED_ON ->
                day(column).isEmpty() ? reason("DATE_UNREADABLE", column, "2017-11-20") : Optional.empty();
            case REQUIRED_CREDITS, EARNED_CREDITS ->
                whole(column).isEmpty() ? reason("NUMBER_UNREADABLE", column, "80") : Optional.empty();
        };
    }

    private static Optional<RowReason> reason(String code, Column column, @Nullable String needed) {
        return Optional.of(new RowReason(code, column.field(), null, needed));
    }

    private Optional<DegreeLevel> level() {
        return text(Column.LEVEL).flatMap(text -> switch (halfWidth(text)) {
            case "专科", "大专", "高起专", "专科(高职)", "高职", "高职(专科)", "ASSOCIATE" -> Optional.of(DegreeLevel.ASSOCIATE);
            case "本科", "大学本科", "专升本", "高起本", "BACHELOR" -> Optional.of(DegreeLevel.BACHELOR);
            default -> Optional.empty();
        });
    }

    private Optional<LocalDate> day(Column column) {
        return text(column).flatMap(text -> {
            var match =
                    DAY.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
            if (!match.matches()) {
                return Optional.empty();
            }
            var month = match.group(2) == null ? match.group(4) : match.group(2);
            var dayOfMonth = match.group(3) == null ? match.group(5) : match.group(3);
            try {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(match.group(1)), Integer.parseInt(month), Integer.parseInt(dayOfMonth)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private Optional<Integer> whole(Column column) {
        return text(column)
                .map(ReportedGraduate::halfWidth)
                .filter(text -> text.matches("\\d{1,4}(\\.0+)?"))
                .map(text -> new BigDecimal(text).intValueExact());
    }

    private static String halfWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    @Override
    public String toString() {
        return "ReportedGraduate[…]";
    }
}
