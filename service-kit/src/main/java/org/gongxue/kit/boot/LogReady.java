package org.gongxue.kit.boot;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while appending, publishing and receiving go on; says where they stand. */
@Readiness
class LogReady implements HealthCheck {

    private final LogHouse house;

    LogReady(LogHouse house) {
        this.house = house;
    }

    @Override
    public HealthCheckResponse call() {
        var failures = house.failures();
        var response = HealthCheckResponse.named("log")
                .status(failures.isEmpty())
                .withData("lastIndex", house.seen(house.service()).orElse(0L))
                .withData("publishedIndex", house.publishedIndex())
                .withData("parkedInputs", house.parkedInputs());
        failures.forEach(response::withData);
        return response.build();
    }
}
