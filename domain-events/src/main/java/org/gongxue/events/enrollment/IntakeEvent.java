package org.gongxue.events.enrollment;

/** What happens on an intake's own stream. */
public sealed interface IntakeEvent extends EnrollmentEvent
        permits IntakeOpened, PlaceTaken, PlaceFreed, WaitlistNumberIssued, WaitlistNumberReturned, IntakeClosed {}
