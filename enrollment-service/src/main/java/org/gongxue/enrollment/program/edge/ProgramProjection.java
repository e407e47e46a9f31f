package org.gongxue.enrollment.program.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.enrollment.edge.Batch;
import org.gongxue.enrollment.edge.ReadModelJson;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.enrollment.DegreeProgramPublished;

/** Every version of every program. */
@Singleton
class ProgramProjection implements Projection {

    private static final String PUBLISH = """
            INSERT INTO program_version (program_id, program_version, university_id, level, major, entry_level,
                required_credits, tuition_fen, courses, published_index)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """;

    @Override
    public String name() {
        return "programs";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("program_version");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var batch = new Batch(c)) {
            for (var recorded : events) {
                if (recorded.event() instanceof DegreeProgramPublished p) {
                    batch.add(
                            PUBLISH,
                            p.programId(),
                            p.programVersion(),
                            p.universityId(),
                            p.level(),
                            p.major(),
                            p.entryLevel(),
                            p.requiredCredits(),
                            p.tuitionFen(),
                            ReadModelJson.write(p.courses()),
                            recorded.index());
                }
            }
        }
    }
}
