package org.gongxue.enrollment.study;

/** What a university reports of a student, whom it knows by its own number. */
public interface Report {

    /** The reporting university. */
    String universityId();

    /** Its number for the student. */
    String studentNumber();
}
