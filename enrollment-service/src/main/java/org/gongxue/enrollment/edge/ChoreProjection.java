package org.gongxue.enrollment.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.enrollment.DayOpened;
import org.gongxue.events.enrollment.GraduationFileReleased;
import org.gongxue.events.enrollment.GraduationFileSettled;
import org.gongxue.events.enrollment.IntakeClosed;
import org.gongxue.events.enrollment.IntakeOpened;
import org.gongxue.events.enrollment.PlaceFreed;

/** Writes down what events call for, and strikes off what later events say is done. */
@Singleton
public class ChoreProjection implements Projection {

    /** A freed place goes to the next; subject {@code intake:program:application}. */
    public static final String PROMOTE = "promote";
    /** A window is over; subject is the intake. */
    public static final String CLOSE_INTAKE = "close-intake";
    /** A released file's rows are settled; subject is the file. */
    public static final String SETTLE_FILE = "settle-file";

    private static final String ADD =
            "INSERT INTO chore (kind, subject, since_index) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String DONE = "DELETE FROM chore WHERE kind = ? AND subject = ?";
    private static final String WATCH =
            "INSERT INTO intake_window (intake_id, closes_on) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String WINDOWS_OVER = """
            INSERT INTO chore (kind, subject, since_index)
            SELECT ?, intake_id, ? FROM intake_window WHERE closes_on < ?
            ON CONFLICT DO NOTHING
            """;
    private static final String UNWATCH = "DELETE FROM intake_window WHERE intake_id = ?";

    @Override
    public String name() {
        return "chores";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("chore", "intake_window");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var batch = new Batch(c)) {
            for (var recorded : events) {
                note(batch, recorded);
            }
        }
    }

    private static void note(Batch batch, Recorded recorded) throws SQLException {
        switch (recorded.event()) {
            case PlaceFreed freed ->
                batch.add(
                        ADD,
                        PROMOTE,
                        freed.intakeId() + ":" + freed.programId() + ":" + freed.applicationId(),
                        recorded.index());
            case IntakeOpened opened -> batch.add(WATCH, opened.intakeId(), opened.closesOn());
            case DayOpened day -> batch.add(WINDOWS_OVER, CLOSE_INTAKE, recorded.index(), day.date());
            case IntakeClosed closed -> {
                batch.add(UNWATCH, closed.intakeId());
                batch.add(DONE, CLOSE_INTAKE, closed.intakeId());
            }
            case GraduationFileReleased released -> batch.add(ADD, SETTLE_FILE, released.fileId(), recorded.index());
            case GraduationFileSettled settled -> batch.add(DONE, SETTLE_FILE, settled.fileId());
            default -> {}
        }
    }
}
