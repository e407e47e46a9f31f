package org.gongxue.kit.boot;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.gongxue.kit.watch.LogStanding;

/** Ready while appending, publishing and receiving go on; says where they stood when last looked at, and waits for nobody. */
@Readiness
class LogReady implements HealthCheck {

    private final LogHouse house;
    private final LogStanding standing;

    LogReady(LogHouse house, LogStanding standing) {
        this.house = house;
        this.standing = standing;
    }

    @Override
    public HealthCheckResponse call() {
        var failures = house.failures();
        var response = HealthCheckResponse.named("log").status(failures.isEmpty());
        failures.forEach(response::withData);
        tell(response, "lastIndex", standing.lastIndex());
        tell(response, "publishedIndex", standing.publishedIndex());
        tell(response, "parkedInputs", standing.parkedInputs());
        tell(response, "publisherLagSeconds", standing.publisherLagSeconds());
        house.sources().forEach(source -> tell(response, "inboxLag." + source, standing.inboxLag(source)));
        house.checkpointFailure().ifPresent(why -> response.withData("checkpoints", why));
        return response.build();
    }

    /** Being behind is told and not judged: who is behind must catch up, and does not by being taken away. */
    private static void tell(HealthCheckResponseBuilder response, String name, double value) {
        if (!Double.isNaN(value)) {
            response.withData(name, Math.round(value));
        }
    }
}
