package org.gongxue.events.enrollment;

import java.util.List;
import org.gongxue.events.EventCatalog.Entry;

/**
 * All events of the enrollment service.
 *
 * <p>Add a record to {@code permits} and to the catalog together; a test finds one without the other.
 */
public sealed interface EnrollmentEvent
        permits DayOpened,
                UnitRegistered,
                OfficerAppointed,
                OfficerDismissed,
                UniversityRegistered,
                DegreeProgramPublished,
                LearnerRegistered,
                LearnerAccountLinked,
                PayeeAccountRecorded,
                LearnerEnrolled,
                CourseResultRecorded,
                TuitionReceiptRecorded,
                LearnerWithdrawn,
                GraduationConfirmed {

    /** The wire names of this service's events. */
    List<Entry> CATALOG = List.of(
            new Entry("org.gongxue.enrollment.day-opened", 1, DayOpened.class),
            new Entry("org.gongxue.enrollment.unit-registered", 1, UnitRegistered.class),
            new Entry("org.gongxue.enrollment.officer-appointed", 1, OfficerAppointed.class),
            new Entry("org.gongxue.enrollment.officer-dismissed", 1, OfficerDismissed.class),
            new Entry("org.gongxue.enrollment.university-registered", 1, UniversityRegistered.class),
            new Entry("org.gongxue.enrollment.degree-program-published", 1, DegreeProgramPublished.class),
            new Entry("org.gongxue.enrollment.learner-registered", 1, LearnerRegistered.class),
            new Entry("org.gongxue.enrollment.learner-account-linked", 1, LearnerAccountLinked.class),
            new Entry("org.gongxue.enrollment.payee-account-recorded", 1, PayeeAccountRecorded.class),
            new Entry("org.gongxue.enrollment.learner-enrolled", 1, LearnerEnrolled.class),
            new Entry("org.gongxue.enrollment.course-result-recorded", 1, CourseResultRecorded.class),
            new Entry("org.gongxue.enrollment.tuition-receipt-recorded", 1, TuitionReceiptRecorded.class),
            new Entry("org.gongxue.enrollment.learner-withdrawn", 1, LearnerWithdrawn.class),
            new Entry("org.gongxue.enrollment.graduation-confirmed", 1, GraduationConfirmed.class));
}
