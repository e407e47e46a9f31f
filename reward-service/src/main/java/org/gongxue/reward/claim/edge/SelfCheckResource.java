package org.gongxue.reward.claim.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.enrollment.Ownership;
import org.gongxue.events.reward.PolicyListed;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.reward.claim.Claim;
import org.gongxue.reward.claim.HeldLevel;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.fact.UnitFacts;
import org.gongxue.reward.fact.edge.FactWording;
import org.gongxue.reward.quota.edge.Unit;
import org.jspecify.annotations.Nullable;

/** 自测: three questions, asked by anybody without signing in. Nothing of the answers is stored or logged. */
@Path("self-check")
@RunOnVirtualThread
@PermitAll
public class SelfCheckResource {

    private static final int UNITS_MAX = 500;

    private final Foresight foresight;
    private final OpenPolicies policies;
    private final EventLog<Object> log;
    private final Authority authority;

    SelfCheckResource(Foresight foresight, OpenPolicies policies, EventLog<Object> log, Authority authority) {
        this.foresight = foresight;
        this.policies = policies;
        this.log = log;
        this.authority = authority;
    }

    /** Something to choose from. */
    public record Choice(String value, String text) {}

    /** A member unit to choose from. */
    public record UnitChoice(String unitId, String name, String level) {}

    /** A policy that is open today. */
    public record OpenPolicy(String policyId, int version, String name, LocalDate from, LocalDate until) {}

    /** The policy that opens next. */
    public record NextPolicy(String policyId, String name, LocalDate from) {}

    /** What is asked, and which policies it is asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Questions(
            LocalDate today,
            List<OpenPolicy> policies,
            @Nullable NextPolicy next,
            List<UnitChoice> units,
            List<Choice> heldBefore,
            List<Choice> levels,
            List<Choice> ownerships) {}

    /**
     * The answers.
     *
     * @param memberUnitId the union that one's own unit belongs to
     * @param ownership of one's own unit; left out by who does not know
     * @param policyId one policy alone; all that are open without it
     */
    public record Answers(
            @NotNull @Pattern(regexp = "[!-~]{1,60}") String memberUnitId,
            @Nullable Ownership ownership,
            @NotNull HeldLevel heldBefore,
            @NotNull SkillLevel level,
            @Nullable AcquisitionRoute route,

            @Pattern(regexp = "[a-z][a-z0-9-]{2,59}") @Nullable
            String policyId) {}

    /** What to ask. */
    @GET
    @Path("questions")
    public Questions questions(HttpHeaders headers) {
        var locale = Caller.locale(headers.getAcceptableLanguages());
        var today = authority.today();
        return new Questions(
                today,
                policies.on(today).stream().map(this::open).toList(),
                policies.after(today).map(this::next).orElse(null),
                Unit.members(UNITS_MAX).stream()
                        .map(unit -> new UnitChoice(unit.unitId, unit.name, unit.level))
                        .toList(),
                choices("outcome.heldBefore", heldBefore(today), locale),
                choices("outcome.level", HeldLevel.levels(today.getYear()), locale),
                choices(
                        "unit.ownership",
                        Arrays.stream(Ownership.values())
                                .filter(o -> o != Ownership.NOT_APPLICABLE)
                                .toList(),
                        locale));
    }

    /** Whether one can get something, how much, what is missing, and how many places are left. */
    @POST
    public AssessmentView check(@NotNull @Valid Answers answers, HttpHeaders headers) {
        var today = authority.today();
        var facts = new LinkedHashMap<String, FactValue>(
                Claim.ofCertificate(answers.level(), answers.heldBefore(), answers.route(), today)
                        .facts());
        facts.putAll(member(answers.memberUnitId()));
        if (answers.ownership() != null) {
            facts.put("unit.ownership", new FactValue.Text(answers.ownership().name()));
        }
        var wanted = answers.policyId();
        return foresight.assess(
                facts,
                listed -> wanted == null || listed.policyId().equals(wanted),
                today,
                Caller.locale(headers.getAcceptableLanguages()));
    }

    private Map<String, FactValue> member(String unitId) {
        var unit = log.read(Offices.UNIT, unitId);
        if (!unit.known()) {
            throw new RefusedException(Refusal.invalid("UNIT_UNKNOWN", "memberUnitId", unitId, null));
        }
        return UnitFacts.ofMember(id -> log.read(Offices.UNIT, id), UnitFacts.memberUnit(unit.path(unitId)));
    }

    private OpenPolicy open(PolicyListed listed) {
        return new OpenPolicy(
                listed.policyId(),
                listed.policyVersion(),
                policies.document(listed).name(),
                listed.validFrom(),
                listed.validUntil());
    }

    private NextPolicy next(PolicyListed listed) {
        return new NextPolicy(listed.policyId(), policies.document(listed).name(), listed.validFrom());
    }

    private static List<HeldLevel> heldBefore(LocalDate today) {
        var held = new ArrayList<HeldLevel>();
        held.add(HeldLevel.NONE);
        held.addAll(HeldLevel.levels(today.getYear()));
        return held;
    }

    private static List<Choice> choices(String fact, List<? extends Enum<?>> words, Locale locale) {
        return words.stream()
                .map(word -> new Choice(word.name(), FactWording.value(fact, word.name(), locale)))
                .toList();
    }
}
