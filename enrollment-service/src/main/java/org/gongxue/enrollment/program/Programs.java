package org.gongxue.enrollment.program;

import java.util.List;
import java.util.Optional;
import org.gongxue.enrollment.UnexpectedEvent;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.program.ProgramCommand.PublishProgram;
import org.gongxue.enrollment.university.Universities;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.DegreeProgramPublished;
import org.gongxue.events.enrollment.EducationLevel;
import org.gongxue.events.enrollment.EntryLevel;
import org.gongxue.events.enrollment.ProgramCourse;
import org.jspecify.annotations.Nullable;

/** Decides about degree programs. Every version is a stream of its own and never changes. */
public final class Programs {

    /** The most courses of a program: a version, and a student's results in it, each fit one head. */
    public static final int COURSES_MAX = 60;

    /** More versions than any program sees. */
    static final int VERSIONS_MAX = 99;

    /** One version; absent while not published. */
    public record ProgramState(@Nullable DegreeProgramPublished program) {}

    /** What the caller of a publication is told. */
    public record Published(String programId, int version) {}

    /** Versions of programs, by {@link #id}. */
    public static final StreamType<ProgramState> PROGRAM =
            StreamType.of("program", ProgramState.class, 1, new ProgramState(null), (state, event) -> switch (event) {
                case DegreeProgramPublished published -> new ProgramState(published);
                default -> throw new UnexpectedEvent("program", event);
            });

    private Programs() {}

    /** The stream of one version. */
    public static StreamId id(String programId, int version) {
        return PROGRAM.id(programId + ":" + version);
    }

    /** One version, if published. */
    public static Optional<DegreeProgramPublished> version(View view, String programId, int version) {
        return Optional.ofNullable(
                view.state(PROGRAM, id(programId, version).id()).program());
    }

    /** The version published last, if any. */
    public static Optional<DegreeProgramPublished> latest(View view, String programId) {
        Optional<DegreeProgramPublished> latest = Optional.empty();
        for (var version = 1; version <= VERSIONS_MAX; version++) {
            var next = version(view, programId, version);
            if (next.isEmpty()) {
                return latest;
            }
            latest = next;
        }
        return latest;
    }

    /** The least schooling that an entry level asks for. */
    public static EducationLevel least(EntryLevel entry) {
        return switch (entry) {
            case JUNIOR_SECONDARY -> EducationLevel.JUNIOR_SECONDARY;
            case SENIOR_SECONDARY -> EducationLevel.SENIOR_SECONDARY;
            case ASSOCIATE -> EducationLevel.ASSOCIATE;
        };
    }

    static Decision publish(View view, PublishProgram c) {
        var refusal = Acting.administers(view).or(() -> unfit(view, c));
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        var latest = latest(view, c.programId());
        var version = latest.map(DegreeProgramPublished::programVersion).orElse(0) + 1;
        if (version > VERSIONS_MAX) {
            return Decision.refused(
                    Refusal.conflict("TOO_MANY_VERSIONS", "programId", c.programId(), Integer.toString(VERSIONS_MAX)));
        }
        if (latest.isPresent() && latest.get().equals(published(c, version - 1))) {
            return Decision.accepted(List.of(), new Published(c.programId(), version - 1));
        }
        if (latest.isPresent() && !latest.get().universityId().equals(c.universityId())) {
            return Decision.refused(Refusal.conflict(
                    "PROGRAM_OF_OTHER_UNIVERSITY",
                    "universityId",
                    c.universityId(),
                    latest.get().universityId()));
        }
        return Decision.accepted(
                List.of(NewEvent.of(id(c.programId(), version), published(c, version))),
                new Published(c.programId(), version));
    }

    private static Optional<Refusal> unfit(View view, PublishProgram c) {
        if (!view.state(Universities.UNIVERSITY, c.universityId()).known()) {
            return Optional.of(Refusal.invalid("UNIVERSITY_UNKNOWN", "universityId", c.universityId(), null));
        }
        var codes = c.courses().stream().map(ProgramCourse::code).distinct().count();
        if (codes < c.courses().size()) {
            return Optional.of(Refusal.invalid("COURSE_TWICE", "courses", null, null));
        }
        var offered = c.courses().stream().mapToInt(ProgramCourse::credits).sum();
        return offered < c.requiredCredits()
                ? Optional.of(Refusal.invalid(
                        "COURSES_BELOW_REQUIRED",
                        "courses",
                        Integer.toString(offered),
                        Integer.toString(c.requiredCredits())))
                : Optional.empty();
    }

    private static DegreeProgramPublished published(PublishProgram c, int version) {
        return new DegreeProgramPublished(
                c.programId(),
                version,
                c.universityId(),
                c.level(),
                c.major(),
                c.entryLevel(),
                c.requiredCredits(),
                c.tuitionFen(),
                List.copyOf(c.courses()));
    }
}
