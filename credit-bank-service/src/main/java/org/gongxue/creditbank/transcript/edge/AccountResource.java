package org.gongxue.creditbank.transcript.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.creditbank.account.LearningAccount;
import org.gongxue.creditbank.conversion.edge.ConversionView;
import org.gongxue.creditbank.conversion.edge.CreditConversion;
import org.gongxue.creditbank.outcome.edge.LearningOutcome;
import org.gongxue.creditbank.outcome.edge.OutcomeResource;
import org.gongxue.creditbank.outcome.edge.OutcomeView;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jspecify.annotations.Nullable;

/** Learning accounts: what somebody has earned and what it counts for. */
@Path("accounts")
@RunOnVirtualThread
public class AccountResource {

    private final EventLog<Object> log;
    private final Authority authority;
    private final Caller caller;

    AccountResource(EventLog<Object> log, Authority authority, Caller caller) {
        this.log = log;
        this.authority = authority;
        this.caller = caller;
    }

    /** An account with everything in it, oldest first. */
    public record AccountView(
            String accountId,
            String learnerId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            SkillLevel highestLevel,

            List<OutcomeView> outcomes,
            List<ConversionView> conversions) {}

    @GET
    @Path("mine")
    @Operation(summary = "The caller's own account")
    @RolesAllowed(Roles.LEARNER)
    public AccountView mine(HttpHeaders headers) {
        var learnerId = authority
                .learnerId()
                .orElseThrow(() -> new RefusedException(Refusal.forbidden("SIGN_IN_NOT_LINKED", null, null)));
        return view(learnerId, log.read(LearningAccount.STREAM, learnerId), headers);
    }

    @GET
    @Path("{learnerId}")
    @Operation(
            summary = "An account: for the learner himself, an officer, an administrator or an auditor at or above his"
                    + " unit")
    @RolesAllowed({Roles.LEARNER, Roles.UNION_OFFICER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public AccountView one(
            @PathParam("learnerId") @Pattern(regexp = OutcomeResource.ID) String learnerId, HttpHeaders headers) {
        var account = log.read(LearningAccount.STREAM, learnerId);
        if (!maySee(learnerId, account)) {
            throw new RefusedException(Refusal.forbidden("NOT_YOUR_ACCOUNT", null, null));
        }
        return view(learnerId, account, headers);
    }

    private boolean maySee(String learnerId, LearningAccount account) {
        if (caller.has(Roles.LEARNER) && learnerId.equals(authority.learnerId().orElse(null))) {
            return true;
        }
        var unit = account.unitId() == null ? Offices.EVERYWHERE : account.unitId();
        return (caller.has(Roles.UNION_OFFICER) && authority.holds(StaffRole.UNION_OFFICER, unit))
                || (caller.has(Roles.ADMINISTRATOR) && reaches(StaffRole.ADMINISTRATOR, unit))
                || (caller.has(Roles.AUDITOR) && reaches(StaffRole.AUDITOR, unit));
    }

    /** A unit that is not known yet has no path, and a root's appointment reaches it nevertheless. */
    private boolean reaches(StaffRole role, String unit) {
        return authority.holdsEverywhere(role) || authority.holds(role, unit);
    }

    private static AccountView view(String learnerId, LearningAccount account, HttpHeaders headers) {
        var accountId = account.accountId();
        if (accountId == null) {
            throw RefusedException.notFound("learnerId", learnerId);
        }
        var locale = Caller.locale(headers.getAcceptableLanguages());
        return new AccountView(
                accountId,
                learnerId,
                account.highestHeld().orElse(null),
                LearningOutcome.ofLearner(learnerId).stream()
                        .map(outcome -> OutcomeView.of(outcome, locale))
                        .toList(),
                CreditConversion.ofLearner(learnerId).stream()
                        .map(conversion -> ConversionView.of(conversion, locale))
                        .toList());
    }
}
