package org.gongxue.enrollment.admission.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.enrollment.edge.Batch;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.enrollment.IntakeClosed;
import org.gongxue.events.enrollment.IntakeEvent;
import org.gongxue.events.enrollment.IntakeOpened;
import org.gongxue.events.enrollment.PlaceFreed;
import org.gongxue.events.enrollment.PlaceTaken;
import org.gongxue.events.enrollment.WaitlistNumberIssued;
import org.gongxue.events.enrollment.WaitlistNumberReturned;

/** Intakes with the places of their programs; CHECK constraints are the second keeper of invariant 5. */
@Singleton
class IntakeProjection implements Projection {

    private static final String OPEN = """
            INSERT INTO intake (intake_id, year, opens_on, closes_on, quota, answer_days, used, opened_index)
            VALUES (?, ?, ?, ?, ?, ?, 0, ?)
            """;
    private static final String PROGRAM = """
            INSERT INTO intake_program (intake_id, program_id, program_version, ordinal, places, used, waitlisted)
            VALUES (?, ?, ?, ?, ?, 0, 0)
            """;
    private static final String INTAKE_USED = "UPDATE intake SET used = used + ? WHERE intake_id = ?";
    private static final String PROGRAM_USED = """
            UPDATE intake_program SET used = used + ?, waitlisted = waitlisted + ?
            WHERE intake_id = ? AND program_id = ?
            """;
    private static final String CLOSE = "UPDATE intake SET closed_on = ? WHERE intake_id = ?";

    @Override
    public String name() {
        return "intakes";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("intake", "intake_program");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var batch = new Batch(c)) {
            for (var recorded : events) {
                if (recorded.event() instanceof IntakeEvent event) {
                    write(batch, event, recorded.index());
                }
            }
        }
    }

    private static void write(Batch batch, IntakeEvent event, long index) throws SQLException {
        switch (event) {
            case IntakeOpened opened -> open(batch, opened, index);
            case PlaceTaken taken -> {
                batch.add(INTAKE_USED, 1, taken.intakeId());
                var leftTheWaitlist = taken.waitlistNumber() == null ? 0 : -1;
                batch.add(PROGRAM_USED, 1, leftTheWaitlist, taken.intakeId(), taken.programId());
            }
            case PlaceFreed freed -> {
                batch.add(INTAKE_USED, -1, freed.intakeId());
                batch.add(PROGRAM_USED, -1, 0, freed.intakeId(), freed.programId());
            }
            case WaitlistNumberIssued issued -> batch.add(PROGRAM_USED, 0, 1, issued.intakeId(), issued.programId());
            case WaitlistNumberReturned back -> batch.add(PROGRAM_USED, 0, -1, back.intakeId(), back.programId());
            case IntakeClosed closed -> batch.add(CLOSE, closed.on(), closed.intakeId());
        }
    }

    private static void open(Batch batch, IntakeOpened opened, long index) throws SQLException {
        batch.add(
                OPEN,
                opened.intakeId(),
                opened.year(),
                opened.opensOn(),
                opened.closesOn(),
                opened.quota(),
                opened.answerDays(),
                index);
        var ordinal = 0;
        for (var program : opened.programs()) {
            batch.add(
                    PROGRAM,
                    opened.intakeId(),
                    program.programId(),
                    program.programVersion(),
                    ordinal++,
                    program.places());
        }
    }
}
