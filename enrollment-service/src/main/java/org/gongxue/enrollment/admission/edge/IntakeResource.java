package org.gongxue.enrollment.admission.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.admission.IntakeCommand.OpenIntake;
import org.gongxue.enrollment.admission.IntakeCommand.Places;
import org.gongxue.enrollment.admission.Intakes;
import org.gongxue.enrollment.admission.Steps;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.edge.Page;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Intakes. */
@Path("intakes")
@RunOnVirtualThread
public class IntakeResource {

    private static final int QUOTA_MAX = 1_000_000;
    private static final int ANSWER_DAYS_MAX = 90;

    private final Commands commands;
    private final Authority authority;

    IntakeResource(Commands commands, Authority authority) {
        this.commands = commands;
        this.authority = authority;
    }

    /** The places of a program. */
    public record PlacesRequest(
            @NotNull @Pattern(regexp = Ids.ID) String programId,
            @Min(0) @Max(QUOTA_MAX) int places) {}

    /**
     * An intake to open; the days are inclusive.
     *
     * @param answerDays how long each office has for its step; 15 when absent
     */
    public record IntakeRequest(
            @NotNull @Pattern(regexp = Ids.ID) String intakeId,
            @Min(2000) @Max(2100) int year,
            @NotNull LocalDate opensOn,
            @NotNull LocalDate closesOn,
            @Min(1) @Max(QUOTA_MAX) int quota,
            @Nullable @Min(1) @Max(ANSWER_DAYS_MAX) Integer answerDays,
            @NotEmpty @Size(max = Intakes.PROGRAMS_MAX) List<@NotNull @Valid PlacesRequest> places) {}

    /** The places of a program: how many there are, are in use, and how many people wait. */
    public record PlacesView(String programId, int programVersion, int places, int used, int waitlisted) {

        static PlacesView of(IntakeProgram p) {
            return new PlacesView(p.programId, p.programVersion, p.places, p.used, p.waitlisted);
        }
    }

    /** An intake; {@code state} is upcoming, open or closed on the business date. */
    public record IntakeView(
            String intakeId,
            int year,
            LocalDate opensOn,
            LocalDate closesOn,
            int quota,
            int used,
            int answerDays,
            String state,
            List<PlacesView> places) {}

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Open an intake; programs take part with the version published last")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public IntakeView open(@NotNull @Valid IntakeRequest request) {
        commands.run(new OpenIntake(
                request.intakeId(),
                request.year(),
                request.opensOn(),
                request.closesOn(),
                request.quota(),
                Optional.ofNullable(request.answerDays()).orElse(Steps.ANSWER_DAYS),
                request.places().stream()
                        .map(p -> new Places(p.programId(), p.places()))
                        .toList()));
        return intake(request.intakeId());
    }

    @GET
    @Operation(summary = "Intakes in the order they were opened")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public Page<IntakeView> intakes(@QueryParam("cursor") @Nullable String cursor) {
        var intakes = Intake.page(Page.after(cursor));
        var programs =
                IntakeProgram.ofIntakes(intakes.stream().map(i -> i.intakeId).toList());
        return Page.of(
                intakes,
                intake -> intake.openedIndex,
                intake -> view(
                        intake,
                        programs.stream()
                                .filter(p -> p.intakeId.equals(intake.intakeId))
                                .toList()));
    }

    @GET
    @Path("{intakeId}")
    @Operation(summary = "One intake with its places")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public IntakeView intake(@PathParam("intakeId") @Pattern(regexp = Ids.ID) String intakeId) {
        return view(find(intakeId), IntakeProgram.ofIntakes(List.of(intakeId)));
    }

    @GET
    @Path("{intakeId}/summary")
    @Operation(summary = "How many applied, were admitted, wait, and were refused for what")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.UNION_OFFICER, Roles.FINANCE, Roles.AUDITOR})
    public IntakeSummary summary(@PathParam("intakeId") @Pattern(regexp = Ids.ID) String intakeId) {
        authority.requireEverywhere(
                StaffRole.ADMINISTRATOR, StaffRole.UNION_OFFICER, StaffRole.FINANCE, StaffRole.AUDITOR);
        find(intakeId);
        return IntakeSummary.of(intakeId, Application.tallies(intakeId));
    }

    private static Intake find(String intakeId) {
        return Intake.<Intake>findByIdOptional(intakeId)
                .orElseThrow(() -> RefusedException.notFound("intakeId", intakeId));
    }

    private IntakeView view(Intake intake, List<IntakeProgram> programs) {
        return new IntakeView(
                intake.intakeId,
                intake.year,
                intake.opensOn,
                intake.closesOn,
                intake.quota,
                intake.used,
                intake.answerDays,
                state(intake),
                programs.stream().map(PlacesView::of).toList());
    }

    private String state(Intake intake) {
        var today = authority.today();
        return today.isBefore(intake.opensOn) ? "upcoming" : today.isAfter(intake.closesOn) ? "closed" : "open";
    }
}
