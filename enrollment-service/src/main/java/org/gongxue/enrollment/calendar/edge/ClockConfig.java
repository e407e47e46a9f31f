package org.gongxue.enrollment.calendar.edge;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether days follow the wall clock or an administrator. */
@Singleton
class ClockConfig {

    private final boolean simulated;

    ClockConfig(@ConfigProperty(name = "gongxue.calendar") String mode) {
        this.simulated = switch (mode) {
            case "simulated" -> true;
            case "wall" -> false;
            default -> throw new IllegalArgumentException("gongxue.calendar is wall or simulated, not " + mode);
        };
    }

    boolean isSimulated() {
        return simulated;
    }
}
