package org.gongxue.enrollment.officer.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.enrollment.edge.Batch;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.enrollment.OfficerAppointed;
import org.gongxue.events.enrollment.OfficerDismissed;

/** Appointments, ended ones among them. */
@Singleton
class OfficerProjection implements Projection {

    private static final String APPOINT = """
            INSERT INTO officer_appointment (appointment_id, subject, organization_id, role, from_day, until_day,
                appointed_index)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String DISMISS = "UPDATE officer_appointment SET dismissed_on = ? WHERE appointment_id = ?";

    @Override
    public String name() {
        return "officers";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("officer_appointment");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var batch = new Batch(c)) {
            for (var recorded : events) {
                switch (recorded.event()) {
                    case OfficerAppointed a ->
                        batch.add(
                                APPOINT,
                                a.appointmentId(),
                                a.subject(),
                                a.organizationId(),
                                a.role(),
                                a.from(),
                                a.until(),
                                recorded.index());
                    case OfficerDismissed d -> batch.add(DISMISS, d.on(), d.appointmentId());
                    default -> {}
                }
            }
        }
    }
}
