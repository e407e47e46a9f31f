package org.gongxue.enrollment.graduation.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.enrollment.edge.Batch;
import org.gongxue.enrollment.edge.ReadModelJson;
import org.gongxue.enrollment.graduation.GraduationCommand.Source;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.enrollment.GraduationConfirmed;
import org.gongxue.events.enrollment.GraduationFileReceived;
import org.gongxue.events.enrollment.GraduationFileReleased;
import org.gongxue.events.enrollment.GraduationFileSettled;
import org.gongxue.events.enrollment.GraduationRefused;
import org.gongxue.events.enrollment.GraduationRepeated;
import org.gongxue.events.enrollment.RowReason;
import org.jspecify.annotations.Nullable;

/** Files and the outcomes of their rows, each with the index of its event. */
@Singleton
class GraduationFileProjection implements Projection {

    private static final String RECEIVE = """
            INSERT INTO graduation_file (file_id, university_id, digest, rows, accepted, duplicate, refused, uploaded_by,
                uploaded_on, state, received_index)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String RELEASE =
            "UPDATE graduation_file SET released_by = ?, released_on = ?, state = ? WHERE file_id = ?";
    private static final String SETTLE = """
            UPDATE graduation_file SET accepted = ?, duplicate = ?, refused = ?, state = ?, settled_index = ?
            WHERE file_id = ?
            """;
    private static final String ROW = """
            INSERT INTO graduation_row (file_id, sheet_row, status, reasons, first_evidence, index)
            VALUES (?, ?, ?, ?::jsonb, ?, ?)
            """;

    @Override
    public String name() {
        return "graduation-files";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("graduation_file", "graduation_row");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var batch = new Batch(c)) {
            for (var recorded : events) {
                write(batch, recorded);
            }
        }
    }

    private static void write(Batch batch, Recorded recorded) throws SQLException {
        var index = recorded.index();
        switch (recorded.event()) {
            case GraduationFileReceived f ->
                batch.add(
                        RECEIVE,
                        f.fileId(),
                        f.universityId(),
                        f.digest(),
                        f.rows(),
                        f.accepted(),
                        f.duplicate(),
                        f.refused(),
                        f.uploadedBy(),
                        f.on(),
                        GraduationFile.CHECKED,
                        index);
            case GraduationFileReleased f ->
                batch.add(RELEASE, f.releasedBy(), f.on(), GraduationFile.RELEASING, f.fileId());
            case GraduationFileSettled f ->
                batch.add(SETTLE, f.accepted(), f.duplicate(), f.refused(), GraduationFile.RELEASED, index, f.fileId());
            case GraduationConfirmed g -> row(batch, g.evidence(), RowStatus.ACCEPTED, List.of(), null, index);
            case GraduationRepeated g ->
                row(batch, g.evidence(), RowStatus.DUPLICATE, List.of(), g.firstEvidence(), index);
            case GraduationRefused g -> row(batch, g.evidence(), RowStatus.REFUSED, g.reasons(), null, index);
            default -> {}
        }
    }

    private static void row(
            Batch batch, String evidence, RowStatus status, List<RowReason> reasons, @Nullable String first, long index)
            throws SQLException {
        var source = Source.FileRow.parse(evidence);
        if (source.isPresent()) {
            batch.add(
                    ROW,
                    source.get().fileId(),
                    source.get().row(),
                    status.shown(),
                    ReadModelJson.write(reasons),
                    first,
                    index);
        }
    }
}
