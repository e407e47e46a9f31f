package org.gongxue.events.enrollment;

/** 名额 of one program in an intake; the version is fixed when the intake opens. */
public record ProgramPlaces(String programId, int programVersion, int places) {}
