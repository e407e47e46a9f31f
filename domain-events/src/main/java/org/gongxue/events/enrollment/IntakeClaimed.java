package org.gongxue.events.enrollment;

/** One person, one open application in an intake; {@code identityToken} is the person. */
public record IntakeClaimed(String identityToken, String intakeId, String applicationId) implements EnrollmentEvent {}
