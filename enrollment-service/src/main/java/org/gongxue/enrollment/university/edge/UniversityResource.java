package org.gongxue.enrollment.university.edge;

import io.quarkus.panache.common.Sort;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.edge.Page;
import org.gongxue.enrollment.university.UniversityCommand.RegisterUniversity;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Partner universities. */
@Path("universities")
@RunOnVirtualThread
public class UniversityResource {

    private final Commands commands;

    UniversityResource(Commands commands) {
        this.commands = commands;
    }

    /** A university to register; its five-digit school code is its id. */
    public record UniversityRequest(
            @NotNull @Pattern(regexp = Ids.SCHOOL_CODE) String schoolCode,
            @NotBlank @Size(max = Ids.NAME_LENGTH_MAX) String name) {}

    /** A partner university. */
    public record UniversityView(String universityId, String schoolCode, String name) {}

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Make a university a partner")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public UniversityView register(@NotNull @Valid UniversityRequest request) {
        commands.run(new RegisterUniversity(request.schoolCode(), request.name().strip()));
        return new UniversityView(
                request.schoolCode(), request.schoolCode(), request.name().strip());
    }

    @GET
    @Operation(summary = "The partner universities")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public Page<UniversityView> universities() {
        return new Page<>(
                University.<University>listAll(Sort.by("universityId")).stream()
                        .map(u -> new UniversityView(u.universityId, u.universityId, u.name))
                        .toList(),
                null);
    }
}
