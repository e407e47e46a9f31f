package org.gongxue.kit.rebuild;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.gongxue.kit.rebuild.Rebuilding.Rebuild;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Makes every head and read model of the service again from its events, while commands are answered (ADR 0026). */
@Path("log/rebuild")
@RunOnVirtualThread
public class RebuildResource {

    private final Rebuilding rebuilding;
    private final Authority authority;

    RebuildResource(Rebuilding rebuilding, Authority authority) {
        this.rebuilding = rebuilding;
        this.authority = authority;
    }

    @POST
    @ResponseStatus(202)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Make heads and read models again; one at a time")
    public Rebuild start() {
        authority.requireEverywhere(StaffRole.ADMINISTRATOR);
        if (!rebuilding.start()) {
            throw new RefusedException(Refusal.conflict("REBUILD_RUNNING", null, null, null));
        }
        return rebuilding.last();
    }

    /** How the last one of this instance stands. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Operation(summary = "How the last rebuild stands")
    public Rebuild last() {
        authority.requireEverywhere(StaffRole.ADMINISTRATOR, StaffRole.AUDITOR);
        return rebuilding.last();
    }
}
