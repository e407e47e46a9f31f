package org.gongxue.reward.entitlement.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.gongxue.reward.authority.edge.SeenUnits;
import org.gongxue.reward.entitlement.EntitlementCommand.JudgeEntitlement;
import org.gongxue.reward.entitlement.EntitlementCommand.JudgedAnswer;
import org.gongxue.reward.entitlement.edge.Entitlement.Wanted;
import org.jspecify.annotations.Nullable;

/** Entitlements: a learner sees the own, an officer those of the own subtree, finance and audit all (invariant 10). */
@Path("entitlements")
@RunOnVirtualThread
public class EntitlementResource {

    private static final String ID = "E-[0-9a-f]{16}";
    private static final String FILTER = "[a-z0-9-]{1,64}";
    private static final String UNIT = "[!-~]{1,64}";
    private static final String GROUP = "[^\\p{Cntrl}]{1,64}";
    private static final int PAGE_MAX = 500;

    private final Commands commands;
    private final Authority authority;
    private final Caller caller;
    private final SeenUnits seen;
    private final EntitlementViews views;

    EntitlementResource(Commands commands, Authority authority, Caller caller, SeenUnits seen, EntitlementViews views) {
        this.commands = commands;
        this.authority = authority;
        this.caller = caller;
        this.seen = seen;
        this.views = views;
    }

    /** A page; {@code next} is the cursor of the following one, absent on the last. */
    public record EntitlementList(
            List<EntitlementView> items, @Nullable String next) {}

    /** An officer's decision; {@code reasonCode} says why not. */
    public record Judgement(
            @NotNull Boolean approve,
            @Pattern(regexp = "[A-Z][A-Z_]{2,39}") @Nullable String reasonCode) {}

    /** The caller's own, whole. */
    @GET
    @Path("mine")
    @RolesAllowed(Roles.LEARNER)
    public EntitlementList mine(HttpHeaders headers) {
        var own = authority.learnerId().map(Entitlement::ofLearner).orElse(List.of());
        return new EntitlementList(views.whole(own, Caller.locale(headers.getAcceptableLanguages())), null);
    }

    /** Those the caller may see, oldest first. */
    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.FINANCE, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public EntitlementList list(
            @QueryParam("policy") @Pattern(regexp = FILTER) @Nullable String policy,
            @QueryParam("state") @Pattern(regexp = FILTER) @Nullable String state,
            @QueryParam("fund") @Pattern(regexp = FILTER) @Nullable String fund,
            @QueryParam("unit") @Pattern(regexp = UNIT) @Nullable String unit,
            @QueryParam("group") @Pattern(regexp = GROUP) @Nullable String group,
            @QueryParam("year") @Min(1900) @Max(9999) @Nullable Integer year,
            @QueryParam("cursor") @DefaultValue("0") @Min(0) long cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(PAGE_MAX) int limit,
            HttpHeaders headers) {
        var wanted = new Wanted(policy, state, fund, unit, group, year, seen.required());
        var page = Entitlement.page(wanted, cursor, limit + 1);
        var shown = page.subList(0, Math.min(limit, page.size()));
        var next = page.size() > limit ? Long.toString(shown.getLast().openedIndex) : null;
        return new EntitlementList(views.listed(shown, Caller.locale(headers.getAcceptableLanguages())), next);
    }

    /** One, whole. Whoever may not see it is told that there is none. */
    @GET
    @Path("{entitlementId}")
    @RolesAllowed({Roles.LEARNER, Roles.UNION_OFFICER, Roles.FINANCE, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public EntitlementView show(
            @PathParam("entitlementId") @Pattern(regexp = ID) String entitlementId, HttpHeaders headers) {
        return Entitlement.<Entitlement>findByIdOptional(entitlementId)
                .filter(this::maySee)
                .map(e -> views.whole(List.of(e), Caller.locale(headers.getAcceptableLanguages()))
                        .getFirst())
                .orElseThrow(() -> RefusedException.notFound("entitlementId", entitlementId));
    }

    /** Where the policy leaves the approval to an officer of the learner's unit or one above it. */
    @POST
    @Path("{entitlementId}/approval")
    @RolesAllowed(Roles.UNION_OFFICER)
    public JudgedAnswer judge(
            @PathParam("entitlementId") @Pattern(regexp = ID) String entitlementId,
            @NotNull @Valid Judgement judgement) {
        return commands.run(
                new JudgeEntitlement(entitlementId, judgement.approve(), judgement.reasonCode()), JudgedAnswer.class);
    }

    private boolean maySee(Entitlement e) {
        if (caller.has(Roles.LEARNER)
                && authority.learnerId().filter(e.learnerId::equals).isPresent()) {
            return true;
        }
        return SeenUnits.hold(seen.ids(), List.of(e.unitPath));
    }
}
