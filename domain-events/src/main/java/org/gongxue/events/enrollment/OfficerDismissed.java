package org.gongxue.events.enrollment;

import java.time.LocalDate;

/** An appointment ended; whatever a token says, its rights are gone. */
public record OfficerDismissed(String appointmentId, String subject, LocalDate on) implements EnrollmentEvent {}
