package org.gongxue.reward.audit.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Roles;
import org.gongxue.reward.audit.Explanation;

/**
 * Why something was paid or refused, for those who answer for the whole program or audit it. A learner is told the
 * reasons of the own entitlements by the entitlement itself, without staff and without balances.
 */
@Path("audit")
@RunOnVirtualThread
@RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.FINANCE})
public class ExplanationResource {

    static final String ENTITLEMENT = "E-[0-9a-f]{16}";
    static final String PAYMENT = "P-[0-9]{4}-[0-9]{6,9}-[0-9]{1,9}";

    private final Explanations explanations;
    private final Authority authority;

    ExplanationResource(Explanations explanations, Authority authority) {
        this.explanations = explanations;
        this.authority = authority;
    }

    /** Why an entitlement was granted or refused, and what became of it. */
    @GET
    @Path("entitlements/{entitlementId}/explanation")
    public Explanation entitlement(@PathParam("entitlementId") @Pattern(regexp = ENTITLEMENT) String entitlementId) {
        admit();
        return explanations.ofEntitlement(entitlementId);
    }

    /** The same, found by one of its payments. */
    @GET
    @Path("payments/{paymentId}/explanation")
    public Explanation payment(@PathParam("paymentId") @Pattern(regexp = PAYMENT) String paymentId) {
        admit();
        return explanations.ofPayment(paymentId);
    }

    private void admit() {
        authority.requireEverywhere(StaffRole.AUDITOR, StaffRole.ADMINISTRATOR, StaffRole.FINANCE);
    }
}
