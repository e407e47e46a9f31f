package org.gongxue.events.enrollment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place is held for the applicant until the university admits.
 *
 * @param reviewedBy the officer who approved; absent on promotion from the waitlist
 * @param waitlistNumber the number the application waited with, absent when it did not wait
 */
public record ApplicationPlaced(
        String applicationId,
        @Nullable String reviewedBy,
        @Nullable Integer waitlistNumber,
        LocalDate on,
        Holder holder)
        implements ApplicationEvent {}
