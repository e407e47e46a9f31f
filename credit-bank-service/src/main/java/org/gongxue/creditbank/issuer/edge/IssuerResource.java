package org.gongxue.creditbank.issuer.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.creditbank.issuer.Issuer;
import org.gongxue.creditbank.issuer.IssuerAnswer;
import org.gongxue.creditbank.issuer.RegisterIssuer;
import org.gongxue.creditbank.issuer.WithdrawIssuer;
import org.gongxue.creditbank.issuer.WithdrawalReason;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.creditbank.IssuerScope;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The register of issuers: kept by administrators, open to everyone who signs in. */
@Path("issuers")
@RunOnVirtualThread
public class IssuerResource {

    /** An issuer's code: as it stands in a certificate's number, or a body's own short name. */
    public static final String CODE = "[0-9A-Z][0-9A-Z-]{2,19}";

    private static final int PAGE_SIZE = 100;

    private final EventLog<Object> log;
    private final Commands commands;
    private final Caller caller;

    IssuerResource(EventLog<Object> log, Commands commands, Caller caller) {
        this.log = log;
        this.commands = commands;
        this.caller = caller;
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
            List<@NotNull @Pattern(regexp = "\\*|[0-9A-Z][0-9A-Z-]{0,19}") String> occupationCodes,

            @Nullable SkillLevel lowest,
            @Nullable SkillLevel highest) {

        private IssuerScope scope() {
            return new IssuerScope(
                    kind,
                    occupationCodes,
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

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Enter an issuer, or what it may issue from a later day on; an administrator of the whole bank")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public IssuerView register(@NotNull @Valid IssuerRequest request, HttpHeaders headers) {
        var answer = commands.run(
                new RegisterIssuer(
                        request.issuerCode(),
                        request.name(),
                        request.scopes().stream().map(ScopeRequest::scope).toList(),
                        request.from(),
                        request.until(),
                        asker()),
                IssuerAnswer.class);
        return IssuerView.of(answer.issuerCode(), answer.issuer(), locale(headers));
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
        return IssuerView.of(answer.issuerCode(), answer.issuer(), locale(headers));
    }

    @GET
    @Operation(summary = "The register, by code")
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
        var codes = RegisteredIssuer.codesAfter(cursor, PAGE_SIZE + 1);
        var shown = codes.subList(0, Math.min(PAGE_SIZE, codes.size()));
        return new IssuerPage(
                shown.stream()
                        .map(code -> IssuerView.of(code, log.read(Issuer.STREAM, code), locale(headers)))
                        .toList(),
                codes.size() > PAGE_SIZE ? shown.getLast() : null);
    }

    @GET
    @Path("{issuerCode}")
    @Operation(summary = "What the register says of an issuer")
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
        var issuer = log.read(Issuer.STREAM, issuerCode);
        if (!issuer.known()) {
            throw RefusedException.notFound("issuerCode", issuerCode);
        }
        return IssuerView.of(issuerCode, issuer, locale(headers));
    }

    private static Locale locale(HttpHeaders headers) {
        return Caller.locale(headers.getAcceptableLanguages());
    }

    private Asker asker() {
        return new Asker(caller.subject(), caller.has(Roles.UNION_OFFICER));
    }
}
