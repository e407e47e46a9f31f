package org.gongxue.events.enrollment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A sign-in subject may act in a role for an organization: a unit, a university, or {@code *} for all. Dates inclusive. */
public record OfficerAppointed(
        String appointmentId,
        String subject,
        String organizationId,
        StaffRole role,
        LocalDate from,
        @Nullable LocalDate until)
        implements EnrollmentEvent {}
