package org.gongxue.reward.audit.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.gongxue.reward.audit.ReplayMode;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Replays, for appointed auditors: start one, watch it, read what it found, stop it. */
@Path("audit/replays")
@RolesAllowed(Roles.AUDITOR)
public class ReplayResource {

    private static final String ID = "[A-Za-z0-9-]{1,64}";
    private static final int LISTED_MAX = 50;
    private static final int DIFFERENCES_LISTED_MAX = 20;

    private final ReplayDesk desk;
    private final ReplayRuns runs;
    private final Authority authority;
    private final Caller caller;
    private final Commands commands;
    private final ReplayQuestions questions;

    ReplayResource(
            ReplayDesk desk,
            ReplayRuns runs,
            Authority authority,
            Caller caller,
            Commands commands,
            ReplayQuestions questions) {
        this.desk = desk;
        this.runs = runs;
        this.authority = authority;
        this.caller = caller;
        this.commands = commands;
        this.questions = questions;
    }

    /**
     * A replay to start.
     *
     * @param mode {@code fold}, {@code re-decide}, {@code what-if} or {@code verify}
     * @param asOf with {@code fold}: funds and sums as of the end of this day in Shanghai, by when things happened; absent
     *     for the present
     * @param asKnownOn the same by when they were recorded
     * @param whatIf with {@code what-if}: which policy is to be tried
     * @param checkpoint with {@code verify}: what the log is to be held against; absent for nothing
     * @param eventsPerSecondMax reads no faster; absent for the service's own setting
     */
    public record ReplayRequest(
            @NotNull @Pattern(regexp = "fold|re-decide|what-if|verify")
            String mode,

            @Nullable LocalDate asOf,
            @Nullable LocalDate asKnownOn,
            @Nullable @Valid WhatIfRequest whatIf,
            @Nullable @Valid CheckpointRequest checkpoint,
            @Nullable @Min(1) Integer eventsPerSecondMax) {}

    /**
     * A policy to try.
     *
     * @param document the whole policy; it need not be proposed
     * @param insteadOf the id of the policy whose entitlements it is tried on
     * @param group only those that were assessed in this group; absent for all
     */
    public record WhatIfRequest(
            @NotNull JsonNode document,
            @NotNull @Pattern(regexp = ID) String insteadOf,
            @Nullable @Size(max = 100) String group) {}

    /**
     * A checkpoint that was kept outside.
     *
     * @param note the signed note
     * @param verifierKey the key that signed it: {@code <name>+<hash>+<key>}
     */
    public record CheckpointRequest(
            @NotNull @Size(max = 10_000) String note,
            @NotNull @Size(max = 1_000) String verifierKey) {}

    /** The newest replays. */
    public record ReplayList(
            List<ReplayView> items, @Nullable String next) {}

    /** Starts a replay; 409 while another one is running. The same {@code Idempotency-Key} gives the same replay. */
    @POST
    @ResponseStatus(201)
    @RunOnVirtualThread
    public ReplayView start(@NotNull @Valid ReplayRequest request) {
        authority.requireEverywhere(StaffRole.AUDITOR);
        var options = questions.options(request, desk.pace(request.eventsPerSecondMax()));
        var mode = ReplayMode.of(request.mode());
        var what = new ReplayCommandLine(commands.newId("R"), mode, request.asOf(), options);
        return shown(desk.start(what, caller.subject()), Integer.MAX_VALUE);
    }

    /** The newest fifty, each with its first differences. */
    @GET
    @RunOnVirtualThread
    public ReplayList list() {
        authority.requireEverywhere(StaffRole.AUDITOR);
        var items = runs.newest(LISTED_MAX).stream()
                .map(run -> shown(run, DIFFERENCES_LISTED_MAX))
                .toList();
        return new ReplayList(items, null);
    }

    /** One replay. */
    @GET
    @Path("{replayId}")
    @RunOnVirtualThread
    public ReplayView show(@PathParam("replayId") @Pattern(regexp = ID) String replayId) {
        authority.requireEverywhere(StaffRole.AUDITOR);
        return shown(found(replayId), Integer.MAX_VALUE);
    }

    /** The report to the byte: its SHA-256 is the digest in the log. */
    @GET
    @Path("{replayId}/report")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public byte[] report(@PathParam("replayId") @Pattern(regexp = ID) String replayId) {
        authority.requireEverywhere(StaffRole.AUDITOR);
        var report = found(replayId).report;
        if (report == null) {
            throw RefusedException.notFound("report", replayId);
        }
        return report.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /**
     * How far a replay is, as it goes: {@code progress} whenever something changed, {@code heartbeat} when nothing did
     * for a while, {@code finished} with the whole replay at last. Whoever comes late, or again, gets the present state
     * at once.
     */
    @GET
    @Path("{replayId}/progress")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    public Multi<OutboundSseEvent> progress(
            @PathParam("replayId") @Pattern(regexp = ID) String replayId, @Context Sse sse) {
        authority.requireEverywhere(StaffRole.AUDITOR);
        found(replayId);
        return ReplayFeed.of(sse, () -> shown(found(replayId), Integer.MAX_VALUE));
    }

    /** Stops a replay and its process; 409 if it is not running. */
    @DELETE
    @Path("{replayId}")
    @RunOnVirtualThread
    public ReplayView cancel(@PathParam("replayId") @Pattern(regexp = ID) String replayId) {
        authority.requireEverywhere(StaffRole.AUDITOR);
        found(replayId);
        if (!desk.cancel(replayId)) {
            throw new RefusedException(Refusal.conflict("REPLAY_NOT_RUNNING", "replayId", replayId, null));
        }
        return shown(found(replayId), Integer.MAX_VALUE);
    }

    private ReplayRun found(String replayId) {
        return runs.find(replayId).orElseThrow(() -> RefusedException.notFound("replayId", replayId));
    }

    private ReplayView shown(ReplayRun run, int differencesMax) {
        return ReplayView.of(run, desk.progress(run.replayId), differencesMax);
    }
}
