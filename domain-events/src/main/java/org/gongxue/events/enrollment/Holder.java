package org.gongxue.events.enrollment;

import java.time.LocalDate;

/**
 * Who has an open process in hand and until when an answer is due (inclusive).
 *
 * @param role the office that acts next
 * @param organizationId the unit or university it acts for
 * @param until the last day for an answer
 */
public record Holder(StaffRole role, String organizationId, LocalDate until) {}
