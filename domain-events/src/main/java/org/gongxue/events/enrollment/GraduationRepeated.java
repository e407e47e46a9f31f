package org.gongxue.events.enrollment;

/** A graduation that was confirmed before came again; nothing changes (story 1). */
public record GraduationRepeated(
        String evidence, String universityId, String enrollmentId, String diplomaToken, String firstEvidence)
        implements EnrollmentEvent {}
