package org.gongxue.events.enrollment;

import java.time.LocalDate;
import java.util.List;

/**
 * 招生: a window of days (inclusive) with a quota, shared by programs with places of their own (D1).
 *
 * @param answerDays the days an office has for each step of an application
 */
public record IntakeOpened(
        String intakeId,
        int year,
        LocalDate opensOn,
        LocalDate closesOn,
        int quota,
        int answerDays,
        List<ProgramPlaces> programs)
        implements IntakeEvent {}
