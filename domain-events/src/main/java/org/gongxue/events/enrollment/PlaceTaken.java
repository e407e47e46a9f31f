package org.gongxue.events.enrollment;

import org.jspecify.annotations.Nullable;

/**
 * 名额 taken by an application at its review, or by promotion from the waitlist.
 *
 * @param used the places of the whole intake in use from now on
 * @param waitlistNumber the number the application waited with, absent when it did not wait
 */
public record PlaceTaken(
        String intakeId,
        String programId,
        String applicationId,
        int used,
        @Nullable Integer waitlistNumber) implements IntakeEvent {}
