package org.gongxue.events.enrollment;

/** Someone on the waitlist no longer waits; the number is not given again. */
public record WaitlistNumberReturned(String intakeId, String programId, String applicationId, int number)
        implements IntakeEvent {}
