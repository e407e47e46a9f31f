package org.gongxue.events.enrollment;

import java.time.LocalDate;

/** 推荐 by a union officer; the review follows. */
public record ApplicationRecommended(
        String applicationId, String recommendedBy, String recommendingUnitId, LocalDate on, Holder holder)
        implements ApplicationEvent {}
