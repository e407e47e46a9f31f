package org.gongxue.events.enrollment;

import java.time.LocalDate;

/** 退学. */
public record LearnerWithdrawn(String enrollmentId, String learnerId, LocalDate on, String reasonCode)
        implements EnrollmentEvent {}
