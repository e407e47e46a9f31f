package org.gongxue.creditbank.issuer.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.creditbank.issuer.ConfirmIssuer;
import org.gongxue.creditbank.issuer.Issuer;
import org.gongxue.creditbank.issuer.IssuerAnswer;
import org.gongxue.creditbank.issuer.IssuerProposal;
import org.gongxue.creditbank.issuer.ProposeIssuer;
import org.gongxue.creditbank.issuer.RejectIssuer;
import org.gongxue.creditbank.issuer.WithdrawIssuer;
import org.gongxue.creditbank.issuer.WithdrawalReason;
import org.gongxue.creditbank.occupation.edge.Occupations;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.creditbank.IssuerProposed;
import org.gongxue.events.creditbank.IssuerScope;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The register of issuers: one administrator proposes an entry, another confirms it; open to everyone who signs in. */
@Path("issuers")
@RunOnVirtualThread
public class IssuerResource {

    /** An issuer's code: as it stands in a certificate's number, or a body's own short name. */
    public static final String CODE = "[0-9A-Z][0-9A-Z-]{2,19}";

    private static final int PAGE_SIZE = 100;
    private static final int NUMBER_MAX = 1_000_000;

    private final EventLog<Object> log;
    private final Commands commands;
    private final Caller caller;
    private final Authority authority;

    IssuerResource(EventLog<Object> log, Commands commands, Caller caller, Authority authority) {
        this.log = log;
        this.commands = commands;
        this.caller = caller;
        this.authority = authority;
    }

    /**
     * An entry in the register; days inclusive, {@code until} absent while open-ended.
     *
     * @param issuerCode characters 1 to 7 of a 22-character number, digits 3 to 10 of a 16-digit one, or what requests
     *     name for documents of other numbering
     */
    public record IssuerRequest(
            @NotNull @Pattern(regexp = CODE) String issuerCode,

            @NotNull @Pattern(regexp = "(?=.*\\S)\\P{C}{1,60}")
            String name,

            @NotEmpty @Size(max = Issuer.SCOPES_MAX) List<@NotNull @Valid ScopeRequest> scopes,

            @NotNull LocalDate from,
            @Nullable LocalDate until) {}

    /** What may be issued; occupations may be {@code *} alone, levels left out are all. */
    public record ScopeRequest(
            @NotNull OutcomeKind kind,

            @NotEmpty @Size(max = Issuer.OCCUPATIONS_MAX)
            List<@NotNull @Pattern(regexp = Occupations.TYPED) String> occupationCodes,

            @Nullable SkillLevel lowest,
            @Nullable SkillLevel highest) {

        private IssuerScope scope() {
            return new IssuerScope(
                    kind,
                    occupationCodes.stream()
                            .map(code -> code.equals(IssuerScope.ALL)
                                    ? code
                                    : Occupations.normalized("occupationCodes", code))
                            .distinct()
                            .toList(),
                    Objects.requireNonNullElse(lowest, SkillLevel.APPRENTICE),
                    Objects.requireNonNullElse(highest, SkillLevel.CHIEF_TECHNICIAN));
        }
    }

    /** What is issued after this day is not recognised, and why. */
    public record WithdrawalRequest(
            @NotNull LocalDate after, @NotNull WithdrawalReason reasonCode) {}

    /** Some issuers and where to go on. */
    public record IssuerPage(
            List<IssuerView> items, @Nullable String next) {}

    /** The terms that were checked, by their digest. */
    public record ConfirmationRequest(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest) {}

    @POST
    @ResponseStatus(201)
    @Operation(
            summary =
                    "Propose to enter an issuer, or what it may issue from a later day on; an administrator of the whole"
                            + " bank. Nothing changes until another one confirms")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public IssuerView.ProposalView propose(@NotNull @Valid IssuerRequest request) {
        var proposed = commands.run(
                new ProposeIssuer(
                        request.issuerCode(),
                        request.name(),
                        request.scopes().stream().map(ScopeRequest::scope).toList(),
                        request.from(),
                        request.until(),
                        asker()),
                IssuerProposed.class);
        return IssuerView.ProposalView.of(proposed, "proposed", caller.subject());
    }

    @POST
    @Path("{issuerCode}/proposals/{number}/confirmation")
    @Operation(
            summary =
                    "Confirm a proposed entry, which so takes effect; another administrator than the one who proposed it,"
                            + " naming the digest of the terms that were checked")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public IssuerView confirm(
            @PathParam("issuerCode") @Pattern(regexp = CODE) String issuerCode,
            @PathParam("number") @Min(1) @Max(NUMBER_MAX) int number,
            @NotNull @Valid ConfirmationRequest request,
            HttpHeaders headers) {
        var answer = commands.run(new ConfirmIssuer(issuerCode, number, request.digest(), asker()), IssuerAnswer.class);
        return IssuerView.of(answer.issuerCode(), answer.issuer(), null, locale(headers));
    }

    @POST
    @Path("{issuerCode}/proposals/{number}/rejection")
    @Operation(summary = "Turn down a proposed entry or take the own one back; an administrator of the whole bank")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public IssuerView.ProposalView reject(
            @PathParam("issuerCode") @Pattern(regexp = CODE) String issuerCode,
            @PathParam("number") @Min(1) @Max(NUMBER_MAX) int number) {
        var rejected = commands.run(new RejectIssuer(issuerCode, number, asker()), IssuerProposed.class);
        return IssuerView.ProposalView.of(rejected, "rejected", caller.subject());
    }

    @POST
    @Path("{issuerCode}/withdrawal")
    @Operation(summary = "End what an issuer may issue; an administrator of the whole bank")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public IssuerView withdraw(
            @PathParam("issuerCode") @Pattern(regexp = CODE) String issuerCode,
            @NotNull @Valid WithdrawalRequest request,
            HttpHeaders headers) {
        var answer = commands.run(
                new WithdrawIssuer(issuerCode, request.after(), request.reasonCode(), asker()), IssuerAnswer.class);
        return IssuerView.of(
                answer.issuerCode(), answer.issuer(), proposal(issuerCode).orElse(null), locale(headers));
    }

    @GET
    @Operation(summary = "The register, by code; administrators and auditors of the whole bank see proposals as well")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public IssuerPage list(@QueryParam("cursor") @Nullable @Pattern(regexp = CODE) String cursor, HttpHeaders headers) {
        var codes = RegisteredIssuer.codesAfter(cursor, seesProposals(), PAGE_SIZE + 1);
        var shown = codes.subList(0, Math.min(PAGE_SIZE, codes.size()));
        return new IssuerPage(
                shown.stream().map(code -> view(code, headers)).toList(),
                codes.size() > PAGE_SIZE ? shown.getLast() : null);
    }

    @GET
    @Path("{issuerCode}")
    @Operation(
            summary =
                    "What the register says of an issuer; administrators and auditors of the whole bank see a proposal as"
                            + " well")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public IssuerView one(@PathParam("issuerCode") @Pattern(regexp = CODE) String issuerCode, HttpHeaders headers) {
        var view = view(issuerCode, headers);
        if (view.name() == null && view.proposal() == null) {
            throw RefusedException.notFound("issuerCode", issuerCode);
        }
        return view;
    }

    private IssuerView view(String issuerCode, HttpHeaders headers) {
        var proposal = seesProposals() ? proposal(issuerCode).orElse(null) : null;
        return IssuerView.of(issuerCode, log.read(Issuer.STREAM, issuerCode), proposal, locale(headers));
    }

    private Optional<IssuerView.ProposalView> proposal(String issuerCode) {
        return Optional.ofNullable(log.read(IssuerProposal.STREAM, issuerCode).open())
                .map(open -> IssuerView.ProposalView.of(open, "proposed", caller.subject()));
    }

    private boolean seesProposals() {
        return (caller.has(Roles.ADMINISTRATOR) && authority.holdsEverywhere(StaffRole.ADMINISTRATOR))
                || (caller.has(Roles.AUDITOR) && authority.holdsEverywhere(StaffRole.AUDITOR));
    }

    private static Locale locale(HttpHeaders headers) {
        return Caller.locale(headers.getAcceptableLanguages());
    }

    private Asker asker() {
        return new Asker(caller.subject(), caller.has(Roles.UNION_OFFICER));
    }
}
