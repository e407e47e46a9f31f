package org.gongxue.kit.boot;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gongxue.kit.door.Roles;

/** Where a service's log, its publication and its inbox stand. */
@Path("log/position")
public class LogPositionResource {

    /**
     * How far a service is.
     *
     * @param service the service's name
     * @param lastIndex the last committed index
     * @param publishedIndex the last index on the topic
     * @param inbox the last index taken in, by source service
     * @param parkedInputs how many of those could not be decided, or wait behind one that could not
     */
    public record Position(
            String service, long lastIndex, long publishedIndex, Map<String, Long> inbox, long parkedInputs) {}

    private final LogHouse house;

    LogPositionResource(LogHouse house) {
        this.house = house;
    }

    /** For staff and machines of every kind; it tells nothing about people. */
    @GET
    @RunOnVirtualThread
    @RolesAllowed({
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public Position position() {
        var inbox = new TreeMap<String, Long>();
        house.sources().forEach(source -> inbox.put(source, house.seen(source).orElse(0L)));
        return new Position(
                house.service(),
                house.seen(house.service()).orElse(0L),
                house.publishedIndex(),
                inbox,
                house.parkedInputs());
    }
}
