package org.gongxue.creditbank.conversion.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.creditbank.conversion.ConvertOutcome;
import org.gongxue.creditbank.outcome.edge.OutcomeResource;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Conversions asked for. */
@Path("conversions")
@RunOnVirtualThread
public class ConversionResource {

    private final Commands commands;
    private final Caller caller;

    ConversionResource(Commands commands, Caller caller) {
        this.commands = commands;
        this.caller = caller;
    }

    /** Which outcome shall count in which enrollment. */
    public record ConversionRequest(
            @NotNull @Pattern(regexp = OutcomeResource.ID) String outcomeId,
            @NotNull @Pattern(regexp = OutcomeResource.ID) String enrollmentId) {}

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Ask that a skill certificate counts in an enrollment: the learner himself, or an officer at or"
                    + " above his unit")
    @RolesAllowed({Roles.LEARNER, Roles.UNION_OFFICER})
    public ConversionView convert(@NotNull @Valid ConversionRequest request, HttpHeaders headers) {
        var answer = commands.run(
                new ConvertOutcome(
                        commands.newId("conversion"),
                        request.outcomeId(),
                        request.enrollmentId(),
                        new Asker(caller.subject(), caller.has(Roles.UNION_OFFICER))),
                ConvertOutcome.Answer.class);
        return ConversionView.of(answer, Caller.locale(headers.getAcceptableLanguages()));
    }
}
