package org.gongxue.events.enrollment;

/** The learner left an own bank card; the number stays in the vault, a keyed token stands for it. */
public record PayeeAccountRecorded(String learnerId, String accountToken, int version) implements EnrollmentEvent {}
