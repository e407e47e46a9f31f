package org.gongxue.kit.checkpoint;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.tree.ConsistencyProof;
import org.gongxue.eventlog.tree.InclusionProof;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;

/** Proofs of RFC 6962 for any size up to that of the newest checkpoint: hashes alone. */
@Path("log/proofs")
@RunOnVirtualThread
@RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.REGISTRAR, Roles.PARTNER_UNIVERSITY})
public class ProofResource {

    private final EventLog<Object> log;

    ProofResource(EventLog<Object> log) {
        this.log = log;
    }

    /**
     * That the event of an index is in the log of a size.
     *
     * @throws RefusedException (422) if it is not, or the size is beyond the newest checkpoint
     */
    @GET
    @Path("inclusion")
    @Operation(summary = "Proof that an event is in the log of a size")
    public InclusionProof inclusion(@QueryParam("index") @Min(1) long index, @QueryParam("size") @Min(1) long size) {
        assertWithin("size", size, log.tree().signedSize());
        assertWithin("index", index, size);
        return log.tree().inclusion(index, size);
    }

    /**
     * That the log of one size is the beginning of the log of another.
     *
     * @throws RefusedException (422) if it is larger, or the other is beyond the newest checkpoint
     */
    @GET
    @Path("consistency")
    @Operation(summary = "Proof that the log of one size is the beginning of the log of another")
    public ConsistencyProof consistency(@QueryParam("from") @Min(0) long from, @QueryParam("to") @Min(0) long to) {
        assertWithin("to", to, log.tree().signedSize());
        assertWithin("from", from, to);
        return log.tree().consistency(from, to);
    }

    private static void assertWithin(String field, long value, long most) {
        if (value > most) {
            throw new RefusedException(
                    Refusal.invalid("PROOF_OUT_OF_RANGE", field, Long.toString(value), Long.toString(most)));
        }
    }
}
