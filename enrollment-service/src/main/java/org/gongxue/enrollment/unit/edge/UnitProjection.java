package org.gongxue.enrollment.unit.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.enrollment.edge.Batch;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.enrollment.UnitRegistered;

/** The union tree. */
@Singleton
class UnitProjection implements Projection {

    private static final String UNIT = """
            INSERT INTO unit (unit_id, parent_id, name, level, ownership, affiliation, division_code, credit_code,
                registered_index)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ANCESTOR = "INSERT INTO unit_ancestor (unit_id, ancestor_id) VALUES (?, ?)";

    @Override
    public String name() {
        return "units";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("unit", "unit_ancestor");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var batch = new Batch(c)) {
            for (var recorded : events) {
                if (recorded.event() instanceof UnitRegistered unit) {
                    write(batch, unit, recorded.index());
                }
            }
        }
    }

    private static void write(Batch batch, UnitRegistered unit, long index) throws SQLException {
        batch.add(
                UNIT,
                unit.unitId(),
                unit.parentId(),
                unit.name(),
                unit.level(),
                unit.ownership(),
                unit.affiliation(),
                unit.divisionCode(),
                unit.creditCode(),
                index);
        for (var ancestor : unit.path()) {
            batch.add(ANCESTOR, unit.unitId(), ancestor);
        }
    }
}
