package org.gongxue.events.enrollment;

/** 学号: unique within its university. */
public record StudentNumberAssigned(String universityId, String studentNumber, String enrollmentId)
        implements EnrollmentEvent {}
