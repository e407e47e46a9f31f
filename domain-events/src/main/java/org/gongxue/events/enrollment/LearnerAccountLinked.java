package org.gongxue.events.enrollment;

/** The learner signs in as {@code subject}. */
public record LearnerAccountLinked(String learnerId, String subject) implements EnrollmentEvent {}
