package org.gongxue.enrollment.graduation;

import java.util.List;
import org.gongxue.enrollment.UnexpectedEvent;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.graduation.GraduationCommand.ReceiveFile;
import org.gongxue.enrollment.graduation.GraduationCommand.ReleaseFile;
import org.gongxue.enrollment.graduation.GraduationCommand.SettleFile;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.GraduationFileEvent;
import org.gongxue.events.enrollment.GraduationFileReceived;
import org.gongxue.events.enrollment.GraduationFileReleased;
import org.gongxue.events.enrollment.GraduationFileSettled;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/** Decides about graduation files: uploaded and checked, released by a second person, settled. */
public final class GraduationFiles {

    /** A file; absent while unknown. */
    public record FileState(
            @Nullable GraduationFileReceived received,
            @Nullable String releasedBy,
            boolean settled) {

        boolean isReleasedFor(String universityId) {
            return received != null
                    && releasedBy != null
                    && received.universityId().equals(universityId);
        }

        private FileState evolve(GraduationFileEvent event) {
            return switch (event) {
                case GraduationFileReceived r -> new FileState(r, null, false);
                case GraduationFileReleased r -> new FileState(received, r.releasedBy(), false);
                case GraduationFileSettled _ -> new FileState(received, releasedBy, true);
            };
        }
    }

    /** Files by id. */
    public static final StreamType<FileState> FILE = StreamType.of(
            "graduation-file", FileState.class, 1, new FileState(null, null, false), (state, event) -> switch (event) {
                case GraduationFileEvent e -> state.evolve(e);
                default -> throw new UnexpectedEvent("graduation-file", event);
            });

    private GraduationFiles() {}

    static Decision receive(View view, ReceiveFile c) {
        var mayNot = Acting.mayAct(view, StaffRole.REGISTRAR, c.universityId());
        if (mayNot.isPresent()) {
            return Decision.refused(mayNot.get());
        }
        if (view.state(FILE, c.fileId()).received() != null) {
            return Decision.accepted();
        }
        return Decision.accepted(NewEvent.of(
                FILE.id(c.fileId()),
                new GraduationFileReceived(
                        c.fileId(),
                        c.universityId(),
                        c.digest(),
                        c.rows(),
                        c.accepted(),
                        c.duplicate(),
                        c.refused(),
                        Acting.subject(view),
                        BusinessCalendar.today(view))));
    }

    static Decision release(View view, ReleaseFile c) {
        var file = view.state(FILE, c.fileId());
        if (file.received() == null) {
            return Decision.refused(Refusal.notFound("NOT_FOUND", "fileId", c.fileId()));
        }
        var mayNot = Acting.mayAct(view, StaffRole.REGISTRAR, file.received().universityId());
        if (mayNot.isPresent()) {
            return Decision.refused(mayNot.get());
        }
        var checker = Acting.subject(view);
        if (checker.equals(file.received().uploadedBy())) {
            return Decision.refused(Acting.makerIsChecker());
        }
        return file.releasedBy() != null
                ? Decision.accepted()
                : Decision.accepted(NewEvent.of(
                        FILE.id(c.fileId()),
                        new GraduationFileReleased(c.fileId(), checker, BusinessCalendar.today(view))));
    }

    static Decision settled(View view, SettleFile c) {
        var file = view.state(FILE, c.fileId());
        if (!Acting.isService(view) || file.releasedBy() == null) {
            throw new IllegalStateException("Only the service settles a file, and only a released one");
        }
        if (file.settled()) {
            return Decision.accepted();
        }
        return Decision.accepted(List.of(NewEvent.of(
                FILE.id(c.fileId()), new GraduationFileSettled(c.fileId(), c.accepted(), c.duplicate(), c.refused()))));
    }
}
