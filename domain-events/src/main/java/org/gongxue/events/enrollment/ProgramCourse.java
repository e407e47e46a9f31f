package org.gongxue.events.enrollment;

/** One course of a degree program: code, name and whole credits. */
public record ProgramCourse(String code, String name, int credits) {}
