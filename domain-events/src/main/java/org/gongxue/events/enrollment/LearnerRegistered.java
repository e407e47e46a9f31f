package org.gongxue.events.enrollment;

import org.jspecify.annotations.Nullable;

/** A worker is known. {@code identityToken} is a keyed digest of the document number, never the number. */
public record LearnerRegistered(
        String learnerId,
        String identityToken,
        String unitId,
        EducationLevel educationLevel,
        @Nullable String subject,
        String registeredBy)
        implements EnrollmentEvent {}
