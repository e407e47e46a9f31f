package org.gongxue.events.creditbank;

/** A course of a degree program that a conversion stands for, with its whole credits. */
public record ConvertedCourse(String courseCode, String courseName, int credits) {}
