package org.gongxue.events.enrollment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 申请: a worker, or an officer for the worker, asks for a place.
 *
 * @param submittedBy the sign-in subject that submitted; the worker's name is behind {@code learnerId}
 * @param holder who answers next; absent when the application is refused at once
 */
public record ApplicationSubmitted(
        String applicationId,
        String intakeId,
        String programId,
        int programVersion,
        String universityId,
        String learnerId,
        String identityToken,
        String unitId,
        EducationLevel educationLevel,
        String submittedBy,
        LocalDate on,
        @Nullable Holder holder)
        implements ApplicationEvent {}
