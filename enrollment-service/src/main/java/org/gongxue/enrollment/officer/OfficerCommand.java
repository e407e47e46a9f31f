package org.gongxue.enrollment.officer;

import java.time.LocalDate;
import java.util.Set;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.jspecify.annotations.Nullable;

/** What can be asked about appointments. */
public sealed interface OfficerCommand extends EnrollmentCommand {

    /** The sign-in subject it is about. */
    String subject();

    /** Appoint a person or a university's machine; dates inclusive. */
    record Appoint(
            String appointmentId,
            String subject,
            String organizationId,
            StaffRole role,
            LocalDate from,
            @Nullable LocalDate until)
            implements OfficerCommand {}

    /** End an appointment today. */
    record Dismiss(String appointmentId, String subject) implements OfficerCommand {}

    /** Write down the administrator whom the configuration names, so that it is a fact for every service. */
    record AppointFirstAdministrator(String subject) implements OfficerCommand {}

    @Override
    default Set<StreamId> reads() {
        return Set.of(Offices.OFFICER.id(subject()));
    }

    @Override
    default Decision decide(View view) {
        return Officers.decide(view, this);
    }
}
