package org.gongxue.creditbank.outcome.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.creditbank.certificate.edge.CertificateNumbers;
import org.gongxue.creditbank.issuer.edge.IssuerResource;
import org.gongxue.creditbank.outcome.DisclosurePurpose;
import org.gongxue.creditbank.outcome.OutcomeState;
import org.gongxue.creditbank.outcome.ShowCertificateNumber;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Certificates handed in, and their numbers shown to those who may see them. */
@Path("outcomes")
@RunOnVirtualThread
public class OutcomeResource {

    /** What an id in a path or body may look like. */
    public static final String ID = "[!-~]{1,120}";

    private static final String KIND = "SKILL_CERTIFICATE|PROFESSIONAL_QUALIFICATION|CONTEST_RESULT";
    private static final String UNIT = "[0-9A-Za-z-]{1,64}";
    private static final int PAGE_MAX = 500;

    private final Commands commands;
    private final Caller caller;
    private final Authority authority;
    private final CertificateNumbers numbers;
    private final Deposits deposits;

    OutcomeResource(
            Commands commands, Caller caller, Authority authority, CertificateNumbers numbers, Deposits deposits) {
        this.commands = commands;
        this.caller = caller;
        this.authority = authority;
        this.numbers = numbers;
        this.deposits = deposits;
    }

    /** Documents handed in together. */
    public record DepositBatch(
            @NotEmpty @Size(max = DepositBatchResult.ITEMS_MAX)
            List<@Nullable DepositRequest> items) {}

    /** A page; {@code next} is the cursor of the following one, absent on the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OutcomePage(
            List<OutcomeView> items, @Nullable String next) {}

    /** Why somebody wants to see a number. */
    public record DisclosureRequest(@NotNull DisclosurePurpose purpose) {}

    /** A number in clear. */
    public record DisclosedNumber(String outcomeId, String certificateNumber) {}

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Hand in a document: the learner himself, or an officer at or above his unit")
    @RolesAllowed({Roles.LEARNER, Roles.UNION_OFFICER})
    public DepositAnswer deposit(@NotNull @Valid DepositRequest request, HttpHeaders headers) {
        return deposits.one(request, Caller.locale(headers.getAcceptableLanguages()));
    }

    @POST
    @Path("batch")
    @Operation(summary = "Hand in documents of learners of the own subtree; at most 500")
    @RolesAllowed(Roles.UNION_OFFICER)
    public DepositBatchResult depositAll(@NotNull @Valid DepositBatch request, HttpHeaders headers) {
        return deposits.many(request.items(), Caller.locale(headers.getAcceptableLanguages()));
    }

    @GET
    @Operation(
            summary =
                    "Outcomes in order of deposit, with revocations that wait for another person: an officer sees those of"
                            + " the own subtree, administrators and auditors of the whole bank all")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public OutcomePage list(
            @QueryParam("state") @Nullable @Pattern(regexp = "recognized|refused|revoked") String state,
            @QueryParam("kind") @Nullable @Pattern(regexp = KIND) String kind,
            @QueryParam("unit") @Nullable @Pattern(regexp = UNIT) String unitId,
            @QueryParam("issuer") @Nullable @Pattern(regexp = IssuerResource.CODE) String issuerCode,
            @QueryParam("revocationProposed") @Nullable @Pattern(regexp = "true") String revocationProposed,
            @QueryParam("cursor") @DefaultValue("0") @Min(0) long cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(PAGE_MAX) int limit,
            HttpHeaders headers) {
        var within = seenUnits();
        if (within.isEmpty()) {
            throw new RefusedException(Offices.notAppointed(StaffRole.UNION_OFFICER, Offices.EVERYWHERE));
        }
        var wanted = new LearningOutcome.Wanted(
                state == null ? null : OutcomeState.valueOf(state.toUpperCase(Locale.ROOT)),
                kind == null ? null : OutcomeKind.valueOf(kind),
                unitId,
                issuerCode,
                revocationProposed != null,
                within);
        var page = LearningOutcome.page(wanted, cursor, limit + 1);
        var shown = page.subList(0, Math.min(limit, page.size()));
        var locale = Caller.locale(headers.getAcceptableLanguages());
        return new OutcomePage(
                shown.stream()
                        .map(outcome -> OutcomeView.forStaff(outcome, locale, caller.subject()))
                        .toList(),
                page.size() > limit ? Long.toString(shown.getLast().depositedIndex) : null);
    }

    @POST
    @Path("{outcomeId}/certificate-number")
    @Operation(
            summary = "See a document's number: officers at or above the learner's unit, administrators and auditors;"
                    + " each look is recorded before it is granted")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public DisclosedNumber show(
            @PathParam("outcomeId") @Pattern(regexp = ID) String outcomeId, @NotNull @Valid DisclosureRequest request) {
        commands.run(new ShowCertificateNumber(outcomeId, caller.subject(), role(), request.purpose()));
        return numbers.reveal(outcomeId)
                .map(number -> new DisclosedNumber(outcomeId, number))
                .orElseThrow(() -> RefusedException.notFound("outcomeId", outcomeId));
    }

    /** The units whose subtrees the caller may see; whoever administers or audits the whole bank sees all. */
    private Set<String> seenUnits() {
        if ((caller.has(Roles.ADMINISTRATOR) && authority.holdsEverywhere(StaffRole.ADMINISTRATOR))
                || (caller.has(Roles.AUDITOR) && authority.holdsEverywhere(StaffRole.AUDITOR))) {
            return Set.of(Offices.EVERYWHERE);
        }
        return caller.has(Roles.UNION_OFFICER) ? authority.organizations(StaffRole.UNION_OFFICER) : Set.of();
    }

    private StaffRole role() {
        return caller.has(Roles.ADMINISTRATOR)
                ? StaffRole.ADMINISTRATOR
                : caller.has(Roles.AUDITOR) ? StaffRole.AUDITOR : StaffRole.UNION_OFFICER;
    }
}
