package org.gongxue.events.enrollment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A graduation row or message that could not be taken; the first reason is the one shown.
 *
 * @param evidence the row or message, as in {@link GraduationConfirmed}
 * @param enrollmentId the enrollment it names, if it names one
 */
public record GraduationRefused(
        String evidence, String universityId, @Nullable String enrollmentId, List<RowReason> reasons)
        implements EnrollmentEvent {}
