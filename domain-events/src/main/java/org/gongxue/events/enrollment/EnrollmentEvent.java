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
                TuitionSettled,
                LearnerWithdrawn,
                GraduationConfirmed,
                ConsentGiven,
                IntakeEvent,
                WaitlistEntered,
                IntakeClaimed,
                IntakeClaimReleased,
                ApplicationEvent,
                StudentNumberAssigned,
                DiplomaRegistered,
                GraduationRefused,
                GraduationRepeated,
                GraduationFileEvent {

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
            new Entry("org.gongxue.enrollment.tuition-settled", 1, TuitionSettled.class),
            new Entry("org.gongxue.enrollment.learner-withdrawn", 1, LearnerWithdrawn.class),
            new Entry("org.gongxue.enrollment.graduation-confirmed", 1, GraduationConfirmed.class),
            new Entry("org.gongxue.enrollment.consent-given", 1, ConsentGiven.class),
            new Entry("org.gongxue.enrollment.intake-opened", 1, IntakeOpened.class),
            new Entry("org.gongxue.enrollment.place-taken", 1, PlaceTaken.class),
            new Entry("org.gongxue.enrollment.place-freed", 1, PlaceFreed.class),
            new Entry("org.gongxue.enrollment.waitlist-number-issued", 1, WaitlistNumberIssued.class),
            new Entry("org.gongxue.enrollment.waitlist-number-returned", 1, WaitlistNumberReturned.class),
            new Entry("org.gongxue.enrollment.intake-closed", 1, IntakeClosed.class),
            new Entry("org.gongxue.enrollment.waitlist-entered", 1, WaitlistEntered.class),
            new Entry("org.gongxue.enrollment.intake-claimed", 1, IntakeClaimed.class),
            new Entry("org.gongxue.enrollment.intake-claim-released", 1, IntakeClaimReleased.class),
            new Entry("org.gongxue.enrollment.application-submitted", 1, ApplicationSubmitted.class),
            new Entry("org.gongxue.enrollment.application-recommended", 1, ApplicationRecommended.class),
            new Entry("org.gongxue.enrollment.application-placed", 1, ApplicationPlaced.class),
            new Entry("org.gongxue.enrollment.application-waitlisted", 1, ApplicationWaitlisted.class),
            new Entry("org.gongxue.enrollment.application-refused", 1, ApplicationRefused.class),
            new Entry("org.gongxue.enrollment.application-withdrawn", 1, ApplicationWithdrawn.class),
            new Entry("org.gongxue.enrollment.application-admitted", 1, ApplicationAdmitted.class),
            new Entry("org.gongxue.enrollment.student-number-assigned", 1, StudentNumberAssigned.class),
            new Entry("org.gongxue.enrollment.diploma-registered", 1, DiplomaRegistered.class),
            new Entry("org.gongxue.enrollment.graduation-refused", 1, GraduationRefused.class),
            new Entry("org.gongxue.enrollment.graduation-repeated", 1, GraduationRepeated.class),
            new Entry("org.gongxue.enrollment.graduation-file-received", 1, GraduationFileReceived.class),
            new Entry("org.gongxue.enrollment.graduation-file-released", 1, GraduationFileReleased.class),
            new Entry("org.gongxue.enrollment.graduation-file-settled", 1, GraduationFileSettled.class));
}
