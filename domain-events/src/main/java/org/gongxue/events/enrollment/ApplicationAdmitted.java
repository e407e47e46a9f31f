package org.gongxue.events.enrollment;

import java.time.LocalDate;

/** 录取: the university admitted the applicant, who is enrolled from this day. */
public record ApplicationAdmitted(String applicationId, String enrollmentId, LocalDate on)
        implements ApplicationEvent {}
