package org.gongxue.events.enrollment;

/** The life of an application 申请, on its own stream. */
public sealed interface ApplicationEvent extends EnrollmentEvent
        permits ApplicationSubmitted,
                ApplicationRecommended,
                ApplicationPlaced,
                ApplicationWaitlisted,
                ApplicationRefused,
                ApplicationWithdrawn,
                ApplicationAdmitted {

    /** The application. */
    String applicationId();
}
