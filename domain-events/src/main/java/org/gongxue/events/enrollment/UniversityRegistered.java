package org.gongxue.events.enrollment;

/** A partner university; its id is the five-digit school code. */
public record UniversityRegistered(String universityId, String schoolCode, String name) implements EnrollmentEvent {}
