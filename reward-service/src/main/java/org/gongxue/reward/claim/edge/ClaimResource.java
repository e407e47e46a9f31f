package org.gongxue.reward.claim.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.ContestPlacing;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.gongxue.reward.claim.Claim;
import org.gongxue.reward.claim.HeldLevel;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.fact.LearnerUnits;
import org.gongxue.reward.fact.UnitFacts;
import org.jspecify.annotations.Nullable;

/** 申报前: place and amount of a claim before it is handed in. A learner asks for the own, an officer for a worker. */
@Path("claims")
@RunOnVirtualThread
public class ClaimResource {

    private final Foresight foresight;
    private final EventLog<Object> log;
    private final Authority authority;
    private final Caller caller;

    ClaimResource(Foresight foresight, EventLog<Object> log, Authority authority, Caller caller) {
        this.foresight = foresight;
        this.log = log;
        this.authority = authority;
        this.caller = caller;
    }

    /**
     * What is about to be handed in.
     *
     * @param learnerId for an officer: whose it is; a learner leaves it out
     * @param heldBefore the highest level the credit bank shows, in any occupation
     * @param heldInOccupation the highest level the credit bank shows in this occupation
     */
    public record ClaimRequest(
            @Pattern(regexp = "[!-~]{1,60}") @Nullable String learnerId,
            @NotNull OutcomeKind kind,
            @Pattern(regexp = "[!-~]{1,20}") @Nullable String occupationCode,
            @Pattern(regexp = "1999|2015|2022") @Nullable String occupationEdition,
            @Nullable SkillLevel level,
            @Nullable HeldLevel heldBefore,
            @Nullable HeldLevel heldInOccupation,
            @NotNull LocalDate issuedOn,
            @Nullable AcquisitionRoute route,
            @Pattern(regexp = "[A-Z][A-Z_]{1,59}") @Nullable String qualification,
            @Valid @Nullable ContestRequest contest) {

        Claim claim(@Nullable String owner, LocalDate today) {
            return new Claim(
                    owner,
                    kind,
                    occupationCode,
                    occupationEdition,
                    level,
                    qualification,
                    contest == null ? null : contest.placing(),
                    route,
                    heldBefore,
                    heldInOccupation,
                    issuedOn,
                    today);
        }
    }

    /** How far somebody came. */
    public record ContestRequest(
            ContestPlacing.@NotNull ContestLevel level,
            ContestPlacing.@NotNull ContestRound highestRound,
            @NotNull @Min(1) @Max(10_000) Integer rank,
            @NotNull Boolean certifiedTrade) {

        ContestPlacing placing() {
            return new ContestPlacing(level, highestRound, rank, certifiedTrade);
        }
    }

    /** What the policies would say if it were handed in today and recognised. Nothing is stored. */
    @POST
    @Path("preview")
    @RolesAllowed({Roles.LEARNER, Roles.UNION_OFFICER})
    public AssessmentView preview(@NotNull @Valid ClaimRequest request, HttpHeaders headers) {
        var today = authority.today();
        if (request.issuedOn().isAfter(today)) {
            throw new RefusedException(Refusal.invalid(
                    "DATE_IN_FUTURE", "issuedOn", request.issuedOn().toString(), "<= " + today));
        }
        var learnerId = learner(request.learnerId());
        var facts = new LinkedHashMap<>(request.claim(learnerId, today).facts());
        facts.putAll(unit(learnerId));
        return foresight.assess(facts, _ -> true, today, Caller.locale(headers.getAcceptableLanguages()));
    }

    /** Whose claim it is; null for a learner who is not registered yet. */
    private @Nullable String learner(@Nullable String asked) {
        var own = caller.has(Roles.LEARNER) ? authority.learnerId().orElse(null) : null;
        if (asked == null || asked.equals(own)) {
            return own;
        }
        var unitId = log.read(LearnerUnits.LEARNER, asked).unitId();
        if (!caller.has(Roles.UNION_OFFICER)) {
            throw new RefusedException(Offices.notAppointed(StaffRole.UNION_OFFICER, asked));
        }
        if (unitId == null || !authority.holds(StaffRole.UNION_OFFICER, unitId)) {
            throw RefusedException.notFound("learnerId", asked);
        }
        return asked;
    }

    private Map<String, FactValue> unit(@Nullable String learnerId) {
        var unitId = learnerId == null
                ? null
                : log.read(LearnerUnits.LEARNER, learnerId).unitId();
        return unitId == null ? Map.of() : UnitFacts.byName(id -> log.read(Offices.UNIT, id), unitId);
    }
}
