package org.gongxue.events.enrollment;

import org.jspecify.annotations.Nullable;

/** 课程成绩: one course in one term, whole credits. */
public record CourseResultRecorded(
        String enrollmentId,
        String learnerId,
        String courseCode,
        int credits,
        @Nullable Integer score,
        boolean passed,
        String term)
        implements EnrollmentEvent {}
