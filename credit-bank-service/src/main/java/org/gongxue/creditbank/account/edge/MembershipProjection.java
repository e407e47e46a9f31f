package org.gongxue.creditbank.account.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.events.enrollment.UnitRegistered;

/** Which unit a learner belongs to and where units stand in the tree, for lists that show one subtree. */
@Singleton
class MembershipProjection implements Projection {

    private static final String LEARNER = """
            INSERT INTO learner_unit (learner_id, unit_id) VALUES (?, ?)
            ON CONFLICT (learner_id) DO UPDATE SET unit_id = excluded.unit_id
            """;
    private static final String UNIT = """
            INSERT INTO unit_path (unit_id, path) VALUES (?, ?)
            ON CONFLICT (unit_id) DO UPDATE SET path = excluded.path
            """;

    @Override
    public String name() {
        return "membership";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("learner_unit", "unit_path");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        var learners = 0;
        var units = 0;
        try (var learner = c.prepareStatement(LEARNER);
                var unit = c.prepareStatement(UNIT)) {
            for (var recorded : events) {
                switch (recorded.event()) {
                    case LearnerRegistered registered -> learners += add(learner, registered);
                    case UnitRegistered registered -> units += add(c, unit, registered);
                    default -> {}
                }
            }
            if (learners > 0) {
                learner.executeBatch();
            }
            if (units > 0) {
                unit.executeBatch();
            }
        }
    }

    private static int add(PreparedStatement learner, LearnerRegistered registered) throws SQLException {
        learner.setString(1, registered.learnerId());
        learner.setString(2, registered.unitId());
        learner.addBatch();
        return 1;
    }

    private static int add(Connection c, PreparedStatement unit, UnitRegistered registered) throws SQLException {
        unit.setString(1, registered.unitId());
        unit.setArray(2, c.createArrayOf("varchar", registered.path().toArray()));
        unit.addBatch();
        return 1;
    }
}
