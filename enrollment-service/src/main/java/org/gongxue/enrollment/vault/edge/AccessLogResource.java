package org.gongxue.enrollment.vault.edge;

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
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.vault.edge.AccessLog.Look;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Who looked at whom, for auditors; and an auditor's own look at one learner, which stands there like any other. */
@Path("access-log")
@RolesAllowed(Roles.AUDITOR)
@RunOnVirtualThread
public class AccessLogResource {

    private static final int PAGE_MAX = 200;
    private static final Duration SHOWN_FOR = Duration.ofMinutes(5);
    private static final String SUBJECT_OR_ACTOR = "[!-~]{1,100}";

    private final AccessLog looks;
    private final Vault vault;
    private final Authority authority;
    private final Caller caller;

    AccessLogResource(AccessLog looks, Vault vault, Authority authority, Caller caller) {
        this.looks = looks;
        this.vault = vault;
        this.authority = authority;
        this.caller = caller;
    }

    /**
     * A page of looks, newest first.
     *
     * @param next where to go on: as {@code before} of the next request; null at the end
     */
    public record LookList(List<Look> items, @Nullable Long next) {}

    /** One learner's identity asked for, and what for. */
    public record RevealRequest(
            @NotNull @Pattern(regexp = Ids.ID) String learnerId,
            @NotNull @Pattern(regexp = Ids.PURPOSE) String purpose) {}

    /**
     * Who a learner is.
     *
     * @param idNumber 身份证号, whole: an auditor compares it with a document
     * @param until when whoever shows it takes it off the screen again
     */
    public record Revealed(String learnerId, String name, String idNumber, Instant until) {

        @Override
        public String toString() {
            return "Revealed[…]";
        }
    }

    /**
     * Looks into the vault, newest first.
     *
     * @param actor who looked, as events name them, or the subject alone
     * @param learner whom it was about
     * @param before below this number
     */
    @GET
    @Operation(summary = "Who looked at whom, what for: everyone, administrators and auditors included")
    public LookList list(
            @QueryParam("actor") @Pattern(regexp = SUBJECT_OR_ACTOR) @Nullable String actor,
            @QueryParam("learner") @Pattern(regexp = Ids.ID) @Nullable String learner,
            @QueryParam("before") @DefaultValue(Long.MAX_VALUE + "") @Min(1) long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(PAGE_MAX) int limit) {
        authority.requireEverywhere(StaffRole.AUDITOR);
        var found = looks.find(before, actorOf(actor), learner, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new LookList(shown, found.size() > limit ? shown.getLast().accessId() : null);
    }

    /** Who a learner is, for a purpose: the look is written down before anything is shown. */
    @POST
    @Path("reveals")
    @ResponseStatus(201)
    @Cache(noStore = true)
    @Operation(summary = "A learner's identity for a purpose; the look is kept, and what is shown is for five minutes")
    public Revealed reveal(@NotNull @Valid RevealRequest request) {
        authority.requireEverywhere(StaffRole.AUDITOR);
        var id = request.learnerId();
        var until = Instant.now().plus(SHOWN_FOR).truncatedTo(ChronoUnit.SECONDS);
        var access = new Access(caller.actor(), request.purpose(), "until " + until);
        return Optional.ofNullable(vault.profiles(Set.of(id), access).get(id))
                .map(profile -> new Revealed(id, profile.name(), profile.idNumber(), until))
                .orElseThrow(() -> RefusedException.notFound("learnerId", id));
    }

    private static @Nullable String actorOf(@Nullable String said) {
        return said == null || said.indexOf(':') > 0 ? said : "user:" + said;
    }
}
