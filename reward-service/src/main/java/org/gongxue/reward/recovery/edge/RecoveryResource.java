package org.gongxue.reward.recovery.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.Roles;
import org.gongxue.reward.recovery.RecoveryCommand.CancelEntitlement;
import org.gongxue.reward.recovery.RecoveryCommand.OrderRecovery;
import org.gongxue.reward.recovery.RecoveryCommand.ReceiveRecovery;
import org.gongxue.reward.recovery.RecoveryCommand.RecoveryAnswer;

/** Taking an entitlement back: before it is paid by cancellation, after it by recovery. */
@Path("entitlements/{entitlementId}")
@RunOnVirtualThread
public class RecoveryResource {

    private static final String ID = "E-[0-9a-f]{16}";

    private final Commands commands;

    RecoveryResource(Commands commands) {
        this.commands = commands;
    }

    /** Why, as a code. */
    public record Reason(
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,39}") String reasonCode) {}

    /** What the bank says of the money that came back. */
    public record Receipt(
            @NotNull @Pattern(regexp = "[!-~]{1,64}") String bankReference,
            @NotNull LocalDate on) {}

    /** Nothing was paid and nothing will be. */
    @POST
    @Path("cancellation")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public RecoveryAnswer cancel(
            @PathParam("entitlementId") @Pattern(regexp = ID) String entitlementId, @NotNull @Valid Reason reason) {
        return commands.run(new CancelEntitlement(entitlementId, reason.reasonCode()), RecoveryAnswer.class);
    }

    /** What was paid has to come back. */
    @POST
    @Path("recovery")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public RecoveryAnswer order(
            @PathParam("entitlementId") @Pattern(regexp = ID) String entitlementId, @NotNull @Valid Reason reason) {
        return commands.run(new OrderRecovery(entitlementId, reason.reasonCode()), RecoveryAnswer.class);
    }

    /** It came back; another person than the one who ordered it says so. */
    @POST
    @Path("recovery/receipt")
    @RolesAllowed(Roles.FINANCE)
    public RecoveryAnswer receive(
            @PathParam("entitlementId") @Pattern(regexp = ID) String entitlementId, @NotNull @Valid Receipt receipt) {
        return commands.run(
                new ReceiveRecovery(entitlementId, receipt.bankReference(), receipt.on()), RecoveryAnswer.class);
    }
}
