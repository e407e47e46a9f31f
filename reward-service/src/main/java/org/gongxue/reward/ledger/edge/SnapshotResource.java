package org.gongxue.reward.ledger.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Roles;

/** What the live service says of every fund, entitlement and quota cell at one index, for an auditor to hold against a replay. */
@Path("ledger/snapshot")
public class SnapshotResource {

    /** The replay process; its token's role suffices. */
    private static final String REPLAY = "service-account-replay";

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Authority authority;
    private final Caller caller;

    SnapshotResource(DataSource dataSource, ObjectMapper json, Authority authority, Caller caller) {
        this.dataSource = dataSource;
        this.json = json;
        this.authority = authority;
        this.caller = caller;
    }

    /** {@code {"index":…,"funds":[…],"entitlements":[…],"quotas":[…]}}. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @RolesAllowed(Roles.AUDITOR)
    public StreamingOutput snapshot() {
        if (!caller.username().equals(REPLAY)) {
            authority.requireEverywhere(StaffRole.AUDITOR);
        }
        return out -> {
            try (var generator = json.createGenerator(out)) {
                LedgerSnapshot.write(dataSource, generator);
            } catch (SQLException e) {
                throw new IOException("the ledger cannot be read", e);
            }
        };
    }
}
