package org.gongxue.enrollment.officer.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.edge.Page;
import org.gongxue.enrollment.officer.OfficerCommand.Appoint;
import org.gongxue.enrollment.officer.OfficerCommand.Dismiss;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Who may act for whom. */
@Path("officers")
@RunOnVirtualThread
public class OfficerResource {

    private final Commands commands;
    private final Authority authority;
    private final Caller caller;

    OfficerResource(Commands commands, Authority authority, Caller caller) {
        this.commands = commands;
        this.authority = authority;
        this.caller = caller;
    }

    /**
     * An appointment to give.
     *
     * @param subject the person's or machine's id at the identity provider
     * @param organizationId a unit, a university, or {@code *} for all
     * @param until the last day; absent for an open-ended appointment
     */
    public record AppointmentRequest(
            @NotNull @Pattern(regexp = Ids.SUBJECT) String subject,

            @NotNull @Pattern(regexp = "\\*|" + Ids.ID) String organizationId,

            @NotNull StaffRole role,
            @NotNull LocalDate from,
            @Nullable LocalDate until) {}

    /** An appointment; {@code dismissedOn} when it was ended. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AppointmentView(
            String appointmentId,
            String subject,
            String organizationId,
            StaffRole role,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate dismissedOn) {

        static AppointmentView of(OfficerAppointment a) {
            return new AppointmentView(
                    a.appointmentId, a.subject, a.organizationId, a.role, a.from, a.until, a.dismissedOn);
        }
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Appoint a person or a university's machine")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public AppointmentView appoint(@NotNull @Valid AppointmentRequest request) {
        var appointmentId = commands.newId("P");
        commands.run(new Appoint(
                appointmentId,
                request.subject(),
                request.organizationId(),
                request.role(),
                request.from(),
                request.until()));
        return view(appointmentId);
    }

    @POST
    @Path("{appointmentId}/dismissal")
    @Operation(summary = "End an appointment; its rights are gone at once, whatever a token says")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public AppointmentView dismiss(
            @PathParam("appointmentId") @Pattern(regexp = Ids.APPOINTMENT) String appointmentId) {
        authority.requireAny(StaffRole.ADMINISTRATOR);
        var subject = OfficerAppointment.subjectOf(appointmentId)
                .orElseThrow(() -> RefusedException.notFound("appointmentId", appointmentId));
        commands.run(new Dismiss(appointmentId, subject));
        return view(appointmentId);
    }

    @GET
    @Operation(summary = "All appointments in the order they were given, ended ones among them")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
    public Page<AppointmentView> officers(@QueryParam("cursor") @Nullable String cursor) {
        authority.requireEverywhere(StaffRole.ADMINISTRATOR, StaffRole.AUDITOR);
        return Page.of(OfficerAppointment.page(Page.after(cursor)), a -> a.appointedIndex, AppointmentView::of);
    }

    @GET
    @Path("mine")
    @Operation(summary = "The caller's own appointments in the order they were given, ended ones among them")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.REGISTRAR, Roles.ADMINISTRATOR, Roles.FINANCE, Roles.AUDITOR})
    public Page<AppointmentView> mine() {
        var own = OfficerAppointment.ofSubject(caller.subject());
        return new Page<>(own.stream().map(AppointmentView::of).toList(), null);
    }

    private static AppointmentView view(String appointmentId) {
        return OfficerAppointment.<OfficerAppointment>findByIdOptional(appointmentId)
                .map(AppointmentView::of)
                .orElseThrow(() -> RefusedException.notFound("appointmentId", appointmentId));
    }
}
