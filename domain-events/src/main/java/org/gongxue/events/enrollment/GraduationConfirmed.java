package org.gongxue.events.enrollment;

import java.time.LocalDate;

/** 毕业: the university awarded the diploma; the facts a tuition policy asks about (D2). {@code evidence} is {@code file/<id>#<row>} or {@code message/<id>}. */
public record GraduationConfirmed(
        String enrollmentId,
        String learnerId,
        String universityId,
        String programId,
        int programVersion,
        DegreeLevel level,
        String diplomaToken,
        DiplomaType diplomaType,
        boolean stateRecognized,
        boolean examsPassed,
        int requiredCredits,
        int universityCredits,
        int countedCredits,
        int convertedCredits,
        LocalDate awardedOn,
        String evidence)
        implements EnrollmentEvent {}
