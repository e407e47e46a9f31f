package org.gongxue.events.enrollment;

/** Every row of the file has its outcome. */
public record GraduationFileSettled(String fileId, int accepted, int duplicate, int refused)
        implements GraduationFileEvent {}
