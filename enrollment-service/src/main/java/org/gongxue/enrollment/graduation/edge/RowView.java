package org.gongxue.enrollment.graduation.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongxue.enrollment.graduation.Column;
import org.gongxue.enrollment.graduation.GraduationCommand.Source;
import org.gongxue.enrollment.graduation.edge.Uploads.KeptRow;
import org.gongxue.events.enrollment.RowReason;
import org.gongxue.kit.door.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A row of a graduation file as its registrar sees it. A bad row says where, what stood there, why not and how to mend
 * it: the first reason in the fields, all of them in {@code reasons}.
 *
 * @param row the sheet's row
 * @param status accepted, duplicate or refused; foreseen until the file is released
 * @param column the heading of the wrong column
 * @param value what stands in it
 * @param index the event that settled the row
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowView(
        int row,
        @Nullable String studentNumber,
        String status,
        @Nullable String column,
        @Nullable String value,
        @Nullable String code,
        @Nullable String reason,
        @Nullable String mend,
        @Nullable Long index,
        List<ReasonView> reasons) {

    /** One reason. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReasonView(String column, @Nullable String value, String code, String reason, String mend) {}

    static RowView of(String fileId, KeptRow row, Locale locale) {
        var studentNumber = row.graduate().text(Column.STUDENT_NUMBER).orElse(null);
        if (row.status().equals(RowStatus.DUPLICATE.shown())) {
            var duplicate = duplicate(fileId, row, locale);
            return of(row, studentNumber, List.of(duplicate));
        }
        return of(
                row,
                studentNumber,
                row.reasons().stream().map(r -> reason(r, row, locale)).toList());
    }

    private static RowView of(KeptRow row, @Nullable String studentNumber, List<ReasonView> reasons) {
        if (reasons.isEmpty()) {
            return new RowView(
                    row.row(), studentNumber, row.status(), null, null, null, null, null, row.index(), reasons);
        }
        var first = reasons.getFirst();
        return new RowView(
                row.row(),
                studentNumber,
                row.status(),
                first.column(),
                first.value(),
                first.code(),
                first.reason(),
                first.mend(),
                row.index(),
                reasons);
    }

    private static ReasonView duplicate(String fileId, KeptRow row, Locale locale) {
        var first = row.firstEvidence() == null ? "" : row.firstEvidence();
        var sameFile = Source.FileRow.parse(first)
                .filter(source -> source.fileId().equals(fileId))
                .map(source -> Integer.toString(source.row()));
        var key = sameFile.isPresent() ? "DUPLICATE_ROW" : "DUPLICATE_GRADUATION";
        var facts = Map.of("first", sameFile.orElse(first));
        return new ReasonView(
                Messages.text("column." + Column.DIPLOMA_NUMBER.field(), Map.of(), locale),
                row.graduate().text(Column.DIPLOMA_NUMBER).orElse(null),
                "DUPLICATE",
                Messages.text(key, facts, locale),
                Messages.text(key + ".mend", facts, locale));
    }

    private static ReasonView reason(RowReason reason, KeptRow row, Locale locale) {
        var value = Column.ofField(reason.field()).flatMap(row.graduate()::text);
        var facts = new HashMap<String, String>();
        facts.put("column", Messages.text("column." + reason.field(), Map.of(), locale));
        if (reason.value() != null) {
            facts.put("value", reason.value());
        } else {
            value.ifPresent(text -> facts.put("value", text));
        }
        if (reason.needed() != null) {
            facts.put("needed", reason.needed());
        }
        return new ReasonView(
                facts.getOrDefault("column", reason.field()),
                value.orElse(null),
                reason.code(),
                Messages.text(reason.code(), facts, locale),
                Messages.text(reason.code() + ".mend", facts, locale));
    }
}
