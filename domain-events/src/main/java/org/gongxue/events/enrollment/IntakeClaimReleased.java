package org.gongxue.events.enrollment;

/** The person may apply in this intake again. */
public record IntakeClaimReleased(String identityToken, String intakeId, String applicationId)
        implements EnrollmentEvent {}
