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
import org.gongxue.creditbank.revocation.ProposeRevocation;
import org.gongxue.creditbank.revocation.RejectRevocation;
import org.gongxue.creditbank.revocation.RevocationReason;
import org.gongxue.creditbank.revocation.RevokeOutcome;
import org.gongxue.events.creditbank.OutcomeRevocationProposed;
import org.gongxue.events.creditbank.OutcomeRevocationRejected;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Outcomes revoked: one administrator proposes, another confirms. */
@Path("outcomes/{outcomeId}/revocation")
@RunOnVirtualThread
public class RevocationResource {

    private final Commands commands;
    private final Caller caller;

    RevocationResource(Commands commands, Caller caller) {
        this.commands = commands;
        this.caller = caller;
    }

    /** Why; a confirmation names the reason that was checked. */
    public record RevocationRequest(@NotNull RevocationReason reasonCode) {}

    /**
     * How far a revocation came.
     *
     * @param state of the revocation: proposed, rejected, or revoked
     * @param reasonCode why it was proposed
     * @param reversedConversions the conversions reversed with it; empty unless it is revoked
     */
    public record RevocationAnswer(
            String outcomeId, String state, String reasonCode, List<String> reversedConversions) {}

    @POST
    @ResponseStatus(201)
    @Operation(
            summary =
                    "Propose to revoke a recognised outcome; an administrator of the whole bank. Nothing changes until"
                            + " another one confirms")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public RevocationAnswer propose(
            @PathParam("outcomeId") @Pattern(regexp = OutcomeResource.ID) String outcomeId,
            @NotNull @Valid RevocationRequest request) {
        var proposed = commands.run(
                new ProposeRevocation(outcomeId, request.reasonCode(), asker()), OutcomeRevocationProposed.class);
        return new RevocationAnswer(proposed.outcomeId(), "proposed", proposed.reasonCode(), List.of());
    }

    @POST
    @Path("confirmation")
    @Operation(
            summary = "Confirm a proposed revocation, which so takes effect; another administrator than the one who"
                    + " proposed it, naming the reason that was checked")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public RevocationAnswer confirm(
            @PathParam("outcomeId") @Pattern(regexp = OutcomeResource.ID) String outcomeId,
            @NotNull @Valid RevocationRequest request) {
        var revoked =
                commands.run(new RevokeOutcome(outcomeId, request.reasonCode(), asker()), RevokeOutcome.Revoked.class);
        return new RevocationAnswer(
                revoked.outcomeId(),
                revoked.state().name().toLowerCase(Locale.ROOT),
                request.reasonCode().name(),
                revoked.reversedConversions());
    }

    @POST
    @Path("rejection")
    @Operation(summary = "Turn down a proposed revocation or take the own one back; an administrator of the whole bank")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public RevocationAnswer reject(@PathParam("outcomeId") @Pattern(regexp = OutcomeResource.ID) String outcomeId) {
        var rejected = commands.run(new RejectRevocation(outcomeId, asker()), OutcomeRevocationRejected.class);
        return new RevocationAnswer(rejected.outcomeId(), "rejected", rejected.reasonCode(), List.of());
    }

    private Asker asker() {
        return new Asker(caller.subject(), caller.has(Roles.UNION_OFFICER));
    }
}
