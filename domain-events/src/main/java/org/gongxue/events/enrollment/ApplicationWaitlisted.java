package org.gongxue.events.enrollment;

import java.time.LocalDate;

/** 候补: approved, but the places are used up. */
public record ApplicationWaitlisted(String applicationId, String reviewedBy, int number, LocalDate on, Holder holder)
        implements ApplicationEvent {}
