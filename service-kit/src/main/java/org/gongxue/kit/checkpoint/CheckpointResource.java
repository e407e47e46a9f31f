package org.gongxue.kit.checkpoint;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.LoggedKey;
import org.gongxue.eventlog.tree.SignedNote;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.boot.LogHouse;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * The newest checkpoint of this service's log and the keys that sign them. Neither tells anything of anybody, so the role
 * alone opens the door; a new key is an administrator's of the whole program to ask for.
 */
@Path("log/checkpoint")
@RunOnVirtualThread
@RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.REGISTRAR, Roles.PARTNER_UNIVERSITY})
public class CheckpointResource {

    private static final String NOTE = "text/plain; charset=utf-8";
    private static final String PAGE = "text/html; charset=utf-8";

    private final EventLog<Object> log;
    private final LogHouse house;
    private final Authority authority;
    private final Caller caller;

    CheckpointResource(EventLog<Object> log, LogHouse house, Authority authority, Caller caller) {
        this.log = log;
        this.house = house;
        this.authority = authority;
        this.caller = caller;
    }

    /** A signed note, as {@code docs/log-format.md} has it. */
    @GET
    @Produces(NOTE)
    @Operation(summary = "The newest checkpoint, a signed note; 404 before the first")
    public String checkpoint() {
        return log.tree().checkpoint().orElseThrow(() -> RefusedException.notFound("checkpoint", house.service()));
    }

    /** The checkpoint on a sheet of paper, with a QR code that holds it to the byte. */
    @GET
    @Path("print")
    @Produces(PAGE)
    @Operation(summary = "The newest checkpoint as a page to print")
    public String print(HttpHeaders headers) {
        var locale = Caller.locale(headers.getAcceptableLanguages());
        return PrintedCheckpoint.of(SignedNote.parse(checkpoint()), log.tree().keys(), locale);
    }

    /** The public keys in one line each, as verifiers of signed notes take them. */
    @GET
    @Path("keys")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The keys of the checkpoints in vkey form, oldest first")
    public List<String> keys() {
        return log.tree().keys().stream().map(key -> key.verifier().vkey()).toList();
    }

    /** The same keys with what the one before signed each with, and the index where the log says so. */
    @GET
    @Path("keys/history")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The keys of the checkpoints as the log tells them, oldest first")
    public List<LoggedKey> history() {
        return log.tree().keys();
    }

    /** Puts a new key in place of the one in use, which signs it; the answer is all keys, oldest first. */
    @POST
    @Path("keys")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Rotate the key of the checkpoints")
    public List<LoggedKey> rotate() {
        authority.requireEverywhere(StaffRole.ADMINISTRATOR);
        var refusal = house.rotateCheckpointKey(caller.actor()).refusal();
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
        return log.tree().keys();
    }
}
