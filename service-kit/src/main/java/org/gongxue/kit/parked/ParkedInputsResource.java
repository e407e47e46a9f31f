package org.gongxue.kit.parked;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import org.gongxue.eventlog.DiscardReason;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.ParkedCommand;
import org.gongxue.eventlog.ParkedCommand.Answer;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Inputs of other services that could not be decided here, by whom they are about. An administrator proposes to have
 * them decided again or to drop the first, another one confirms (invariant 10).
 */
@Path("parked-inputs")
@RunOnVirtualThread
public class ParkedInputsResource {

    private static final String SUBJECT = "[!-~]{1,120}";
    private static final String PROPOSAL = "PP-[0-9a-f]{20}";
    private static final int LINES = 50;
    private static final int INPUTS = 200;

    private final EventLog<Object> log;
    private final Commands commands;
    private final Authority authority;

    ParkedInputsResource(EventLog<Object> log, Commands commands, Authority authority) {
        this.log = log;
        this.commands = commands;
        this.authority = authority;
    }

    /** A page of lines, the one that has waited longest first; {@code next} is the cursor of the following one. */
    public record ParkedLineList(
            List<ParkedLineView> items, @Nullable String next) {}

    /** A line with its first two hundred inputs, oldest first. */
    public record ParkedLineDetail(ParkedLineView line, List<ParkedInputView> inputs) {}

    /**
     * What is proposed about a line.
     *
     * @param source with {@code index} the first input of the line, the one the proposer has seen
     * @param discard why that input should be dropped; absent if the line should be decided again
     */
    public record ProposalRequest(
            @NotNull @Pattern(regexp = SUBJECT) String subject,
            @NotNull @Pattern(regexp = "[a-z-]{1,40}") String source,
            @Min(1) long index,
            @Nullable DiscardReason discard) {}

    /** Which line a proposal is about. */
    public record LineRequest(
            @NotNull @Pattern(regexp = SUBJECT) String subject) {}

    /** What is parked, by whom it is about. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
    public ParkedLineList list(@QueryParam("cursor") @DefaultValue("0") @Min(0) long cursor, HttpHeaders headers) {
        authority.requireEverywhere(StaffRole.ADMINISTRATOR, StaffRole.AUDITOR);
        var locale = Caller.locale(headers.getAcceptableLanguages());
        var lines = log.waitingLines(cursor, LINES);
        return new ParkedLineList(
                lines.stream().map(line -> ParkedLineView.of(line, locale)).toList(),
                lines.size() < LINES
                        ? null
                        : Long.toString(lines.getLast().first().parkedIndex()));
    }

    /** What is parked about one. */
    @GET
    @Path("line")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
    public ParkedLineDetail line(
            @QueryParam("subject") @NotNull @Pattern(regexp = SUBJECT) String subject, HttpHeaders headers) {
        authority.requireEverywhere(StaffRole.ADMINISTRATOR, StaffRole.AUDITOR);
        var locale = Caller.locale(headers.getAcceptableLanguages());
        var line = log.waitingLine(subject)
                .orElseThrow(() -> new RefusedException(Refusal.notFound("PARKED_NOTHING", "subject", subject)));
        return new ParkedLineDetail(
                ParkedLineView.of(line, locale),
                log.parked(subject, INPUTS).stream()
                        .map(input -> ParkedInputView.of(input, locale))
                        .toList());
    }

    /** Proposes to have a line decided again, or to drop its first input. */
    @POST
    @Path("proposals")
    @ResponseStatus(201)
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Answer propose(@NotNull @Valid ProposalRequest request) {
        var id = commands.newId("PP");
        var discard = request.discard();
        return commands.runAboutParked(
                discard == null
                        ? new ParkedCommand.ProposeRelease(request.subject(), id, request.source(), request.index())
                        : new ParkedCommand.ProposeDiscard(
                                request.subject(), id, request.source(), request.index(), discard));
    }

    /** The second person's part; the proposal has taken effect when the answer comes. */
    @POST
    @Path("proposals/{proposalId}/confirmation")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Answer confirm(
            @PathParam("proposalId") @Pattern(regexp = PROPOSAL) String proposalId,
            @NotNull @Valid LineRequest request) {
        return commands.runAboutParked(new ParkedCommand.Confirm(request.subject(), proposalId));
    }

    /** Turns a proposal down; whoever made it may take it back so. */
    @POST
    @Path("proposals/{proposalId}/rejection")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Answer reject(
            @PathParam("proposalId") @Pattern(regexp = PROPOSAL) String proposalId,
            @NotNull @Valid LineRequest request) {
        return commands.runAboutParked(new ParkedCommand.Reject(request.subject(), proposalId));
    }
}
