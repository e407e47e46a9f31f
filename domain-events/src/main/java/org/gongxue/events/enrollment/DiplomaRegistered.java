package org.gongxue.events.enrollment;

/** A diploma belongs to one enrollment; the token is a keyed digest of its number. */
public record DiplomaRegistered(String diplomaToken, String enrollmentId, String evidence) implements EnrollmentEvent {}
