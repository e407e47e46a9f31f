package org.gongxue.events.enrollment;

import java.time.LocalDate;

/** The window is over and everyone who was not recommended has been told. */
public record IntakeClosed(String intakeId, LocalDate on) implements IntakeEvent {}
