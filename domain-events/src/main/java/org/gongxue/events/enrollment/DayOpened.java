package org.gongxue.events.enrollment;

import java.time.LocalDate;

/** The business date moved to {@code date} (Asia/Shanghai). Windows, quota years and expiry hang on it alone. */
public record DayOpened(LocalDate date) implements EnrollmentEvent {}
