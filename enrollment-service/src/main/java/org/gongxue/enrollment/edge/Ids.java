package org.gongxue.enrollment.edge;

/** What ids and codes in requests look like; the same patterns wherever they appear. */
public final class Ids {

    /** An id we gave, or one that a caller may choose; two of them and a number fit into one stream id. */
    public static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,49}";

    /** The id of an appointment; the first administrator's has the subject in it. */
    public static final String APPOINTMENT = "[!-~]{1,100}";

    /** A sign-in subject of the identity provider. */
    public static final String SUBJECT = "[!-~]{1,80}";

    /** What somebody looks into identity data for. */
    public static final String PURPOSE = "\\P{Cntrl}{1,60}";

    /** 院校代码. */
    public static final String SCHOOL_CODE = "\\d{5}";

    /** 学号. */
    public static final String STUDENT_NUMBER = "[A-Za-z0-9-]{1,30}";

    /** 收据号码, normalized: no place for a name in it. */
    public static final String RECEIPT_NUMBER = "[A-Za-z0-9][A-Za-z0-9./()-]{0,39}";

    /** 课程代码. */
    public static final String COURSE_CODE = "[A-Za-z0-9.-]{1,20}";

    /** A term such as 2015-2016-1. */
    public static final String TERM = "[0-9A-Za-z-]{1,12}";

    /** The longest name of a unit, university or course. */
    public static final int NAME_LENGTH_MAX = 60;

    private Ids() {}
}
