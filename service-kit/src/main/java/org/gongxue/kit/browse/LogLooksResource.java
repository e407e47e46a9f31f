package org.gongxue.kit.browse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import javax.sql.DataSource;
import org.gongxue.eventlog.Looks;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Roles;
import org.jspecify.annotations.Nullable;

/** Who looked at which learner's events, administrators included: for auditors. */
@Path("log/looks")
@RolesAllowed(Roles.AUDITOR)
@RunOnVirtualThread
public class LogLooksResource {

    private static final int PAGE_MAX = 200;

    private final Looks looks;
    private final Authority authority;

    LogLooksResource(DataSource dataSource, Authority authority) {
        this.looks = new Looks(dataSource);
        this.authority = authority;
    }

    /** A page of looks, newest first; {@code next} is the cursor of the following one. */
    public record LookList(List<Looks.Look> items, @Nullable String next) {}

    /**
     * Looks, newest first.
     *
     * @param learner at this learner's events
     * @param cursor the {@code next} of the page before
     */
    @GET
    public LookList list(
            @QueryParam("learner") @Pattern(regexp = LogEventsResource.ID, message = "LEARNER_ID") @Nullable
                    String learner,
            @QueryParam("cursor") @Min(1) @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(PAGE_MAX) int limit) {
        authority.requireEverywhere(StaffRole.AUDITOR);
        var items = looks.find(learner, cursor == null ? Long.MAX_VALUE : cursor, limit);
        return new LookList(
                items,
                items.size() < limit ? null : Long.toString(items.getLast().id()));
    }
}
