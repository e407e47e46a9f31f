package org.gongxue.events.enrollment;

import java.time.LocalDate;

/**
 * Consent under the personal information law: its wording's version, and the separate consent to sensitive data.
 *
 * @param givenBy the sign-in subject that ticked it, for themselves or with the worker beside them
 */
public record ConsentGiven(String learnerId, String wordingVersion, boolean sensitive, String givenBy, LocalDate on)
        implements EnrollmentEvent {}
