package org.gongxue.enrollment.program.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.edge.Page;
import org.gongxue.enrollment.program.ProgramCommand.PublishProgram;
import org.gongxue.enrollment.program.Programs;
import org.gongxue.enrollment.program.Programs.Published;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.EntryLevel;
import org.gongxue.events.enrollment.ProgramCourse;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Degree programs. */
@Path("programs")
@RunOnVirtualThread
public class ProgramResource {

    private static final int COURSE_NAME_LENGTH_MAX = 40;
    private static final int CREDITS_MAX = 400;
    private static final long TUITION_FEN_MAX = 100_000_000;

    private final Commands commands;

    ProgramResource(Commands commands) {
        this.commands = commands;
    }

    /** A course of a program. */
    public record CourseRequest(
            @NotNull @Pattern(regexp = Ids.COURSE_CODE) String code,
            @NotBlank @Size(max = COURSE_NAME_LENGTH_MAX) String name,
            @Min(1) @Max(60) int credits) {}

    /** A program, or the next version of one. Tuition in fen. */
    public record ProgramRequest(
            @NotNull @Pattern(regexp = Ids.ID) String programId,
            @NotNull @Pattern(regexp = Ids.SCHOOL_CODE) String universityId,
            @NotNull DegreeLevel level,
            @NotBlank @Size(max = Ids.NAME_LENGTH_MAX) String major,
            @NotNull EntryLevel entryLevel,
            @Min(1) @Max(CREDITS_MAX) int requiredCredits,
            @Min(0) @Max(TUITION_FEN_MAX) long tuitionFen,
            @NotEmpty @Size(max = Programs.COURSES_MAX) List<@NotNull @Valid CourseRequest> courses) {}

    /** A version of a program. */
    public record ProgramView(
            String programId,
            int programVersion,
            String universityId,
            DegreeLevel level,
            String major,
            EntryLevel entryLevel,
            int requiredCredits,
            long tuitionFen,
            List<ProgramCourse> courses) {

        static ProgramView of(ProgramVersion p) {
            return new ProgramView(
                    p.programId,
                    p.programVersion,
                    p.universityId,
                    p.level,
                    p.major,
                    p.entryLevel,
                    p.requiredCredits,
                    p.tuitionFen,
                    p.courses);
        }
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Publish a program or its next version")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public ProgramView publish(@NotNull @Valid ProgramRequest request) {
        var published = commands.run(
                new PublishProgram(
                        request.programId(),
                        request.universityId(),
                        request.level(),
                        request.major().strip(),
                        request.entryLevel(),
                        request.requiredCredits(),
                        request.tuitionFen(),
                        request.courses().stream()
                                .map(c -> new ProgramCourse(c.code(), c.name().strip(), c.credits()))
                                .toList()),
                Published.class);
        return ProgramVersion.version(published.programId(), published.version())
                .map(ProgramView::of)
                .orElseThrow();
    }

    @GET
    @Operation(summary = "All versions in the order of publication")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public Page<ProgramView> programs(@QueryParam("cursor") @Nullable String cursor) {
        return Page.of(ProgramVersion.page(Page.after(cursor)), p -> p.publishedIndex, ProgramView::of);
    }

    @GET
    @Path("{programId}")
    @Operation(summary = "A program as published last, or in one version")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public ProgramView program(
            @PathParam("programId") @Pattern(regexp = Ids.ID) String programId,
            @QueryParam("version") @Nullable Integer version) {
        var found = version == null ? ProgramVersion.latest(programId) : ProgramVersion.version(programId, version);
        return found.map(ProgramView::of).orElseThrow(() -> RefusedException.notFound("programId", programId));
    }
}
