package org.gongxue.enrollment.officer.edge;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongxue.enrollment.edge.SelfCommands;
import org.gongxue.enrollment.officer.OfficerCommand.AppointFirstAdministrator;
import org.gongxue.kit.boot.LogHouse;

/** Writes down at start whom the configuration names, so that someone can appoint the others. */
@Singleton
class FirstAdministrator {

    private final SelfCommands self;
    private final Optional<String> subject;

    FirstAdministrator(
            SelfCommands self, @ConfigProperty(name = "gongxue.first-administrator") Optional<String> subject) {
        this.self = self;
        this.subject = subject;
    }

    void start(@Observes @Priority(LogHouse.FIRST + 5) StartupEvent event) {
        subject.filter(s -> !s.isBlank())
                .ifPresent(s -> self.submit("first-administrator/" + s, new AppointFirstAdministrator(s))
                        .join());
    }
}
