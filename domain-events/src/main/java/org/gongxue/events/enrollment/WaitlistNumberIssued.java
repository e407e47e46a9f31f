package org.gongxue.events.enrollment;

/** 候补: numbers of one program run 1, 2, 3 … without gaps. */
public record WaitlistNumberIssued(String intakeId, String programId, String applicationId, int number)
        implements IntakeEvent {}
