package org.gongxue.enrollment.admission.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.enrollment.admission.ApplicationState.Stage;
import org.gongxue.enrollment.edge.Batch;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.enrollment.ApplicationAdmitted;
import org.gongxue.events.enrollment.ApplicationEvent;
import org.gongxue.events.enrollment.ApplicationPlaced;
import org.gongxue.events.enrollment.ApplicationRecommended;
import org.gongxue.events.enrollment.ApplicationRefused;
import org.gongxue.events.enrollment.ApplicationSubmitted;
import org.gongxue.events.enrollment.ApplicationWaitlisted;
import org.gongxue.events.enrollment.ApplicationWithdrawn;
import org.gongxue.events.enrollment.Holder;

/** Applications with who holds them, and their timelines. */
@Singleton
class ApplicationProjection implements Projection {

    private static final String SUBMIT = """
            INSERT INTO application (application_id, intake_id, program_id, program_version, university_id, learner_id,
                unit_id, state, submitted_by, submitted_on, holder_role, holder_id, due_on, submitted_index)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'SUBMITTED', ?, ?, ?, ?, ?, ?)
            """;
    private static final String MOVE = """
            UPDATE application SET state = ?, holder_role = ?, holder_id = ?, due_on = ? WHERE application_id = ?
            """;
    private static final String WAITLIST = """
            UPDATE application SET state = 'WAITLISTED', waitlist_number = ?, holder_role = ?, holder_id = ?, due_on = ?
            WHERE application_id = ?
            """;
    private static final String REFUSE = """
            UPDATE application SET state = 'REFUSED', reason_code = ?, reason_field = ?, reason_value = ?,
                reason_needed = ?, first_application_id = ?, holder_role = NULL, holder_id = NULL, due_on = NULL
            WHERE application_id = ?
            """;
    private static final String CLOSE = """
            UPDATE application SET state = ?, enrollment_id = ?, holder_role = NULL, holder_id = NULL, due_on = NULL
            WHERE application_id = ?
            """;
    private static final String STEP =
            "INSERT INTO application_step (application_id, index, state, happened_on) VALUES (?, ?, ?, ?)";

    @Override
    public String name() {
        return "applications";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("application", "application_step");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var batch = new Batch(c)) {
            for (var recorded : events) {
                if (recorded.event() instanceof ApplicationEvent event) {
                    write(batch, event, recorded.index());
                }
            }
            for (var recorded : events) {
                if (recorded.event() instanceof ApplicationEvent event) {
                    var step = step(event);
                    batch.add(STEP, event.applicationId(), recorded.index(), step.stage(), step.on());
                }
            }
        }
    }

    private static void write(Batch batch, ApplicationEvent event, long index) throws SQLException {
        switch (event) {
            case ApplicationSubmitted s -> submit(batch, s, index);
            case ApplicationRecommended r -> move(batch, Stage.RECOMMENDED, r.holder(), r.applicationId());
            case ApplicationPlaced p -> move(batch, Stage.PLACED, p.holder(), p.applicationId());
            case ApplicationWaitlisted w ->
                batch.add(
                        WAITLIST,
                        w.number(),
                        w.holder().role(),
                        w.holder().organizationId(),
                        w.holder().until(),
                        w.applicationId());
            case ApplicationRefused r ->
                batch.add(
                        REFUSE, r.code(), r.field(), r.value(), r.needed(), r.firstApplicationId(), r.applicationId());
            case ApplicationWithdrawn w -> batch.add(CLOSE, Stage.WITHDRAWN, null, w.applicationId());
            case ApplicationAdmitted a -> batch.add(CLOSE, Stage.ENROLLED, a.enrollmentId(), a.applicationId());
        }
    }

    private static void submit(Batch batch, ApplicationSubmitted s, long index) throws SQLException {
        var holder = s.holder();
        batch.add(
                SUBMIT,
                s.applicationId(),
                s.intakeId(),
                s.programId(),
                s.programVersion(),
                s.universityId(),
                s.learnerId(),
                s.unitId(),
                s.submittedBy(),
                s.on(),
                holder == null ? null : holder.role(),
                holder == null ? null : holder.organizationId(),
                holder == null ? null : holder.until(),
                index);
    }

    private static void move(Batch batch, Stage stage, Holder holder, String applicationId) throws SQLException {
        batch.add(MOVE, stage, holder.role(), holder.organizationId(), holder.until(), applicationId);
    }

    private record Step(Stage stage, LocalDate on) {}

    private static Step step(ApplicationEvent event) {
        return switch (event) {
            case ApplicationSubmitted s -> new Step(Stage.SUBMITTED, s.on());
            case ApplicationRecommended r -> new Step(Stage.RECOMMENDED, r.on());
            case ApplicationPlaced p -> new Step(Stage.PLACED, p.on());
            case ApplicationWaitlisted w -> new Step(Stage.WAITLISTED, w.on());
            case ApplicationRefused r -> new Step(Stage.REFUSED, r.on());
            case ApplicationWithdrawn w -> new Step(Stage.WITHDRAWN, w.on());
            case ApplicationAdmitted a -> new Step(Stage.ENROLLED, a.on());
        };
    }
}
