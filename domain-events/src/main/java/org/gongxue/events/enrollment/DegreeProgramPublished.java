package org.gongxue.events.enrollment;

import java.util.List;

/** A version of a degree program 学历项目: what it takes and what it costs in fen. */
public record DegreeProgramPublished(
        String programId,
        int programVersion,
        String universityId,
        DegreeLevel level,
        String major,
        EntryLevel entryLevel,
        int requiredCredits,
        long tuitionFen,
        List<ProgramCourse> courses)
        implements EnrollmentEvent {}
