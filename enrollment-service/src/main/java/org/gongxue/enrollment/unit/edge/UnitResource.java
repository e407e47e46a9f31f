package org.gongxue.enrollment.unit.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.edge.Page;
import org.gongxue.enrollment.unit.UnitCommand.RegisterUnit;
import org.gongxue.events.enrollment.Affiliation;
import org.gongxue.events.enrollment.Ownership;
import org.gongxue.events.enrollment.UnitLevel;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The union tree. Anyone who signs in may read it: workers look for their unit. */
@Path("units")
@RunOnVirtualThread
public class UnitResource {

    private final Commands commands;

    UnitResource(Commands commands) {
        this.commands = commands;
    }

    /**
     * A unit to register.
     *
     * @param unitId an id of the caller's choice; absent for one of ours
     * @param parentId the unit above; absent for the root
     */
    public record UnitRequest(
            @Nullable @Pattern(regexp = Ids.ID) String unitId,
            @Nullable @Pattern(regexp = Ids.ID) String parentId,
            @NotBlank @Size(max = Ids.NAME_LENGTH_MAX) String name,
            @NotNull UnitLevel level,
            @NotNull Ownership ownership,
            @NotNull Affiliation affiliation,
            @Nullable @Size(max = 6) String divisionCode,
            @Nullable @Size(max = 18) String creditCode) {}

    /** A unit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UnitView(
            String unitId,
            @Nullable String parentId,
            String name,
            UnitLevel level,
            Ownership ownership,
            Affiliation affiliation,
            @Nullable String divisionCode,
            @Nullable String creditCode) {

        /** As it has just been registered. */
        static UnitView of(RegisterUnit unit) {
            return new UnitView(
                    unit.unitId(),
                    unit.parentId(),
                    unit.name(),
                    unit.level(),
                    unit.ownership(),
                    unit.affiliation(),
                    unit.divisionCode(),
                    unit.creditCode());
        }

        static UnitView of(Unit unit) {
            return new UnitView(
                    unit.unitId,
                    unit.parentId,
                    unit.name,
                    unit.level,
                    unit.ownership,
                    unit.affiliation,
                    unit.divisionCode,
                    unit.creditCode);
        }
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Put a unit into the tree")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public UnitView register(@NotNull @Valid UnitRequest request) {
        var unitId = request.unitId() == null ? commands.newId("U") : request.unitId();
        var unit = new RegisterUnit(
                unitId,
                request.parentId(),
                request.name().strip(),
                request.level(),
                request.ownership(),
                request.affiliation(),
                request.divisionCode(),
                request.creditCode());
        commands.run(unit);
        return UnitView.of(unit);
    }

    @GET
    @Operation(summary = "Units in the order of registration, all or those directly under one")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public Page<UnitView> units(
            @QueryParam("parent") @Nullable @Pattern(regexp = Ids.ID) String parent,
            @QueryParam("cursor") @Nullable String cursor) {
        return Page.of(Unit.page(parent, Page.after(cursor)), unit -> unit.registeredIndex, UnitView::of);
    }

    @GET
    @Path("{unitId}")
    @Operation(summary = "One unit")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public UnitView unit(@PathParam("unitId") @Pattern(regexp = Ids.ID) String unitId) {
        return Unit.<Unit>findByIdOptional(unitId)
                .map(UnitView::of)
                .orElseThrow(() -> RefusedException.notFound("unitId", unitId));
    }
}
