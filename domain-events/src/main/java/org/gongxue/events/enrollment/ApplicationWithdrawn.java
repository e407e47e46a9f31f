package org.gongxue.events.enrollment;

import java.time.LocalDate;

/** The applicant steps back, or declines the place. */
public record ApplicationWithdrawn(String applicationId, String withdrawnBy, LocalDate on)
        implements ApplicationEvent {}
