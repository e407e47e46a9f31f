package org.gongxue.kit.checkpoint;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Roles;

/** The events as they are stored, with every field that their leaves cover. */
@Path("log/entries")
@RunOnVirtualThread
@RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR})
public class EntriesResource {

    private static final int COUNT_MAX = 1000;

    private final EventLog<Object> log;
    private final Authority authority;

    EntriesResource(EventLog<Object> log, Authority authority) {
        this.log = log;
        this.authority = authority;
    }

    /** So many events from an index on; fewer where the log ends. */
    @GET
    @Operation(summary = "Events as they are stored, at most 1,000 at a time")
    public List<LogEntry> entries(
            @QueryParam("from") @DefaultValue("1") @Min(1) long from,
            @QueryParam("count") @DefaultValue("100") @Min(1) @Max(COUNT_MAX) int count) {
        authority.requireEverywhere(StaffRole.ADMINISTRATOR, StaffRole.AUDITOR);
        return log.tree().entries(from, count).stream().map(LogEntry::of).toList();
    }
}
