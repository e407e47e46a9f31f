package org.gongxue.enrollment.university.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.enrollment.edge.Batch;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.enrollment.UniversityRegistered;

/** Partner universities. */
@Singleton
class UniversityProjection implements Projection {

    private static final String REGISTER = "INSERT INTO university (university_id, name) VALUES (?, ?)";

    @Override
    public String name() {
        return "universities";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("university");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var batch = new Batch(c)) {
            for (var recorded : events) {
                if (recorded.event() instanceof UniversityRegistered university) {
                    batch.add(REGISTER, university.universityId(), university.name());
                }
            }
        }
    }
}
