package org.gongxue.enrollment.graduation.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.gongxue.enrollment.graduation.edge.Uploads.IndexRange;
import org.jspecify.annotations.Nullable;

/**
 * A graduation file.
 *
 * @param digest SHA-256 of its bytes
 * @param accepted rows accepted; foreseen until the file is released; likewise duplicate and refused
 * @param state checked, releasing or released
 * @param firstIndex the first event of a settled row, {@code lastIndex} the last
 * @param checkpoint on a receipt, the newest checkpoint of the log: whoever keeps it finds any later change before it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GraduationFileView(
        String fileId,
        @Nullable String name,
        String universityId,
        String digest,
        int rows,
        int accepted,
        int duplicate,
        int refused,
        String state,
        String uploadedBy,
        LocalDate uploadedOn,
        @Nullable String releasedBy,
        @Nullable LocalDate releasedOn,
        @Nullable Long firstIndex,
        @Nullable Long lastIndex,
        @Nullable String checkpoint) {

    static GraduationFileView of(GraduationFile f, @Nullable String name, @Nullable IndexRange range) {
        return new GraduationFileView(
                f.fileId,
                name,
                f.universityId,
                f.digest,
                f.rows,
                f.accepted,
                f.duplicate,
                f.refused,
                f.state,
                f.uploadedBy,
                f.uploadedOn,
                f.releasedBy,
                f.releasedOn,
                range == null ? null : range.first(),
                range == null ? null : range.last(),
                null);
    }

    GraduationFileView with(@Nullable String newestCheckpoint) {
        return new GraduationFileView(
                fileId,
                name,
                universityId,
                digest,
                rows,
                accepted,
                duplicate,
                refused,
                state,
                uploadedBy,
                uploadedOn,
                releasedBy,
                releasedOn,
                firstIndex,
                lastIndex,
                newestCheckpoint);
    }
}
