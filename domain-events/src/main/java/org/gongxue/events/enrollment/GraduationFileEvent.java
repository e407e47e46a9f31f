package org.gongxue.events.enrollment;

/** The life of a graduation file, on its own stream. */
public sealed interface GraduationFileEvent extends EnrollmentEvent
        permits GraduationFileReceived, GraduationFileReleased, GraduationFileSettled {}
