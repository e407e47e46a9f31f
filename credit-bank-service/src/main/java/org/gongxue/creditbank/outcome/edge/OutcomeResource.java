package org.gongxue.creditbank.outcome.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.creditbank.certificate.CertificateNumber;
import org.gongxue.creditbank.certificate.edge.CertificateNumbers;
import org.gongxue.creditbank.outcome.DepositOutcome;
import org.gongxue.creditbank.outcome.DisclosurePurpose;
import org.gongxue.creditbank.outcome.ShowCertificateNumber;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.enrollment.StaffRole;
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

    private final Commands commands;
    private final Caller caller;
    private final CertificateNumbers numbers;

    OutcomeResource(Commands commands, Caller caller, CertificateNumbers numbers) {
        this.commands = commands;
        this.caller = caller;
        this.numbers = numbers;
    }

    /**
     * A skill certificate.
     *
     * @param learnerId whose; absent or {@code me} for the caller's own
     * @param certificateNumber 22 characters or 16 digits; spaces and hyphens are ignored
     * @param occupationCode 职业编码 of the edition
     * @param occupationEdition 职业分类大典: 1999, 2015 or 2022
     */
    public record DepositRequest(
            @Nullable @Pattern(regexp = ID) String learnerId,

            @NotBlank @Size(max = CertificateNumber.TEXT_LENGTH_MAX)
            String certificateNumber,

            @NotNull @Pattern(regexp = "[0-9A-Z][0-9A-Z-]{0,19}")
            String occupationCode,

            @NotNull @Pattern(regexp = "1999|2015|2022") String occupationEdition,
            @NotBlank @Size(max = 60) String occupationName,
            @NotNull SkillLevel level,
            @NotNull LocalDate issuedOn,
            @NotNull AcquisitionRoute route) {}

    /** What became of it: {@code state} is recognized or refused. */
    public record DepositAnswer(String outcomeId, String learnerId, String state, List<ReasonView> reasons) {}

    /** Why somebody wants to see a number. */
    public record DisclosureRequest(@NotNull DisclosurePurpose purpose) {}

    /** A number in clear. */
    public record DisclosedNumber(String outcomeId, String certificateNumber) {}

    /** The learner himself, or an officer at or above his unit. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.LEARNER, Roles.UNION_OFFICER})
    public DepositAnswer deposit(@NotNull @Valid DepositRequest request, HttpHeaders headers) {
        var outcomeId = commands.newId("outcome");
        var text = request.certificateNumber();
        var command = new DepositOutcome(
                outcomeId,
                "me".equals(request.learnerId()) ? null : request.learnerId(),
                new Asker(caller.subject(), caller.has(Roles.UNION_OFFICER)),
                numbers.token(text),
                CertificateNumber.read(CertificateNumber.normalized(text)),
                request.occupationCode(),
                request.occupationEdition(),
                request.occupationName(),
                request.level(),
                request.issuedOn(),
                request.route());
        var keptNow = numbers.keep(outcomeId, text);
        var outcome = commands.submit(command);
        var refusal = outcome.refusal();
        if (refusal != null) {
            if (keptNow) {
                numbers.drop(outcomeId);
            }
            throw new RefusedException(refusal);
        }
        var deposited = Commands.answer(outcome, DepositOutcome.Deposited.class);
        return new DepositAnswer(
                deposited.outcomeId(),
                deposited.learnerId(),
                deposited.state().name().toLowerCase(Locale.ROOT),
                ReasonView.of(deposited.reasons(), Caller.locale(headers.getAcceptableLanguages())));
    }

    /** Officers at or above the learner's unit, administrators and auditors; each look is recorded before it is granted. */
    @POST
    @Path("{outcomeId}/certificate-number")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public DisclosedNumber show(
            @PathParam("outcomeId") @Pattern(regexp = ID) String outcomeId, @NotNull @Valid DisclosureRequest request) {
        commands.run(new ShowCertificateNumber(outcomeId, caller.subject(), role(), request.purpose()));
        return numbers.reveal(outcomeId)
                .map(number -> new DisclosedNumber(outcomeId, number))
                .orElseThrow(() -> RefusedException.notFound("outcomeId", outcomeId));
    }

    private StaffRole role() {
        return caller.has(Roles.ADMINISTRATOR)
                ? StaffRole.ADMINISTRATOR
                : caller.has(Roles.AUDITOR) ? StaffRole.AUDITOR : StaffRole.UNION_OFFICER;
    }
}
