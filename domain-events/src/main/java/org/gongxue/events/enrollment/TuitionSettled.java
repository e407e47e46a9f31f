package org.gongxue.events.enrollment;

/** A receipt settles part of an enrollment's tuition: paid and waived, less refunded. In fen. */
public record TuitionSettled(String enrollmentId, String receiptNumber, long settledFen) implements EnrollmentEvent {}
