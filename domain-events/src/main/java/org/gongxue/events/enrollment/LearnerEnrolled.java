package org.gongxue.events.enrollment;

import java.time.LocalDate;

/** 注册: a university admitted the learner and gave a student number. */
public record LearnerEnrolled(
        String enrollmentId,
        String learnerId,
        String programId,
        int programVersion,
        String universityId,
        String studentNumber,
        String unitId,
        int requiredCredits,
        LocalDate on)
        implements EnrollmentEvent {}
