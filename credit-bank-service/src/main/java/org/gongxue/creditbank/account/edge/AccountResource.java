package org.gongxue.creditbank.account.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongxue.creditbank.account.LearningAccount;
import org.gongxue.creditbank.conversion.edge.ConversionView;
import org.gongxue.creditbank.conversion.edge.CreditConversion;
import org.gongxue.creditbank.outcome.edge.LearningOutcome;
import org.gongxue.creditbank.outcome.edge.OutcomeResource;
import org.gongxue.creditbank.outcome.edge.ReasonView;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Messages;
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

    /** An outcome: {@code state} is recognized, refused or revoked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OutcomeView(
            String outcomeId,
            String occupationCode,
            String occupationEdition,
            String occupationName,
            @Nullable SkillLevel level,
            LocalDate issuedOn,
            String state,
            List<ReasonView> reasons,
            @Nullable RevokedView revoked) {}

    /** When and why an outcome was revoked, with the reason in words. */
    public record RevokedView(LocalDate on, String reasonCode, String text) {}

    /** The caller's own. */
    @GET
    @Path("mine")
    @RolesAllowed(Roles.LEARNER)
    public AccountView mine(HttpHeaders headers) {
        var learnerId = authority
                .learnerId()
                .orElseThrow(() -> new RefusedException(Refusal.forbidden("SIGN_IN_NOT_LINKED", null, null)));
        return view(learnerId, log.read(LearningAccount.STREAM, learnerId), headers);
    }

    /** The learner himself, an officer at or above his unit, an administrator or an auditor. */
    @GET
    @Path("{learnerId}")
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
                || (caller.has(Roles.ADMINISTRATOR)
                        && !authority.organizations(StaffRole.ADMINISTRATOR).isEmpty())
                || (caller.has(Roles.AUDITOR)
                        && !authority.organizations(StaffRole.AUDITOR).isEmpty());
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
                        .map(outcome -> view(outcome, locale))
                        .toList(),
                CreditConversion.ofLearner(learnerId).stream()
                        .map(conversion -> ConversionView.of(conversion, locale))
                        .toList());
    }

    private static OutcomeView view(LearningOutcome outcome, Locale locale) {
        return new OutcomeView(
                outcome.outcomeId,
                outcome.occupationCode,
                outcome.occupationEdition,
                outcome.occupationName,
                outcome.level,
                outcome.issuedOn,
                outcome.state.name().toLowerCase(Locale.ROOT),
                ReasonView.of(outcome.reasons, locale),
                revoked(outcome, locale));
    }

    private static @Nullable RevokedView revoked(LearningOutcome outcome, Locale locale) {
        var on = outcome.revokedOn;
        var reason = outcome.revokedReason;
        return on == null || reason == null
                ? null
                : new RevokedView(on, reason, Messages.text("revocation." + reason, Map.of(), locale));
    }
}
