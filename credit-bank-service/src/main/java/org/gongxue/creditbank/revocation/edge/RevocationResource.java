package org.gongxue.creditbank.revocation.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.creditbank.outcome.edge.OutcomeResource;
import org.gongxue.creditbank.revocation.RevocationReason;
import org.gongxue.creditbank.revocation.RevokeOutcome;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.Roles;

/** Outcomes revoked. */
@Path("outcomes/{outcomeId}/revocation")
@RunOnVirtualThread
public class RevocationResource {

    private final Commands commands;
    private final Caller caller;

    RevocationResource(Commands commands, Caller caller) {
        this.commands = commands;
        this.caller = caller;
    }

    /** Why. */
    public record RevocationRequest(@NotNull RevocationReason reasonCode) {}

    /** What was revoked, and the conversions reversed with it. */
    public record RevocationAnswer(String outcomeId, String state, List<String> reversedConversions) {}

    @POST
    @Operation(summary = "Revoke a recognised outcome; an administrator of the whole bank")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public RevocationAnswer revoke(
            @PathParam("outcomeId") @Pattern(regexp = OutcomeResource.ID) String outcomeId,
            @NotNull @Valid RevocationRequest request) {
        var revoked = commands.run(
                new RevokeOutcome(
                        outcomeId, request.reasonCode(), new Asker(caller.subject(), caller.has(Roles.UNION_OFFICER))),
                RevokeOutcome.Revoked.class);
        return new RevocationAnswer(
                revoked.outcomeId(), revoked.state().name().toLowerCase(Locale.ROOT), revoked.reversedConversions());
    }
}
