package org.gongxue.reward.quota.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.enrollment.UnitRegistered;

/** The union tree as enrollment tells it: names for the grid of places. */
@Singleton
class UnitProjection implements Projection {

    private static final String REGISTER = """
            INSERT INTO unit (unit_id, name, unit_level, path) VALUES (?, ?, ?, ?)
            ON CONFLICT (unit_id) DO UPDATE SET name = excluded.name, unit_level = excluded.unit_level,
                path = excluded.path
            """;

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
        return List.of("unit");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        var units = events.stream()
                .map(Recorded::event)
                .filter(UnitRegistered.class::isInstance)
                .map(UnitRegistered.class::cast)
                .toList();
        if (units.isEmpty()) {
            return;
        }
        try (var register = c.prepareStatement(REGISTER)) {
            for (var unit : units) {
                register.setString(1, unit.unitId());
                register.setString(2, unit.name());
                register.setString(3, unit.level().name());
                register.setArray(4, c.createArrayOf("varchar", unit.path().toArray()));
                register.addBatch();
            }
            register.executeBatch();
        }
    }
}
