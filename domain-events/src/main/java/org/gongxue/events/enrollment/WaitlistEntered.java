package org.gongxue.events.enrollment;

/** Who waits with a number: each number of a waitlist is a stream of its own. */
public record WaitlistEntered(String intakeId, String programId, int number, String applicationId)
        implements EnrollmentEvent {}
