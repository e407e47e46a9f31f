package org.gongxue.events.enrollment;

import java.time.LocalDate;

/** A place given up before the window closed; the next on the waitlist follows. */
public record PlaceFreed(String intakeId, String programId, String applicationId, LocalDate on)
        implements IntakeEvent {}
