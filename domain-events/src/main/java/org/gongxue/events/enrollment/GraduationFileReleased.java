package org.gongxue.events.enrollment;

import java.time.LocalDate;

/** A second person released the file; its rows are settled one by one from here. */
public record GraduationFileReleased(String fileId, String releasedBy, LocalDate on) implements GraduationFileEvent {}
