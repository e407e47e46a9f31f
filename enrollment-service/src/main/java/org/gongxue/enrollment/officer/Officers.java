package org.gongxue.enrollment.officer;

import java.time.LocalDate;
import java.util.Optional;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.officer.OfficerCommand.Appoint;
import org.gongxue.enrollment.officer.OfficerCommand.AppointFirstAdministrator;
import org.gongxue.enrollment.officer.OfficerCommand.Dismiss;
import org.gongxue.enrollment.university.Universities;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.OfficerAppointed;
import org.gongxue.events.enrollment.OfficerDismissed;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.authority.Offices.Appointment;
import org.gongxue.kit.calendar.BusinessCalendar;

/** Decides about appointments. */
final class Officers {

    /** Keeps one person's head small; nobody acts for more organizations at once. */
    static final int APPOINTMENTS_MAX = 60;

    /** The first administrator is one from the beginning, whatever day a simulated calendar opens. */
    private static final LocalDate ALWAYS = LocalDate.of(1970, 1, 1);

    private Officers() {}

    static Decision decide(View view, OfficerCommand command) {
        return switch (command) {
            case Appoint appoint -> appoint(view, appoint);
            case Dismiss dismiss -> dismiss(view, dismiss);
            case AppointFirstAdministrator first -> appointFirst(view, first);
        };
    }

    private static Decision appoint(View view, Appoint c) {
        var refusal = grants(view, c.role(), c.organizationId()).or(() -> unfit(view, c));
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        var held = view.state(Offices.OFFICER, c.subject()).appointments();
        var same = held.stream()
                .filter(a -> a.role() == c.role() && a.organizationId().equals(c.organizationId()) && overlaps(a, c))
                .findFirst();
        if (same.isPresent()) {
            return Decision.refused(Refusal.conflict("ALREADY_APPOINTED", "organizationId", c.organizationId(), null));
        }
        if (held.size() >= APPOINTMENTS_MAX) {
            return Decision.refused(
                    Refusal.conflict("TOO_MANY_APPOINTMENTS", "subject", null, Integer.toString(APPOINTMENTS_MAX)));
        }
        return Decision.accepted(NewEvent.of(
                Offices.OFFICER.id(c.subject()),
                new OfficerAppointed(
                        c.appointmentId(), c.subject(), c.organizationId(), c.role(), c.from(), c.until())));
    }

    private static Decision dismiss(View view, Dismiss c) {
        var appointment = view.state(Offices.OFFICER, c.subject()).appointments().stream()
                .filter(a -> a.appointmentId().equals(c.appointmentId()))
                .findFirst();
        if (appointment.isEmpty()) {
            return Decision.refused(Refusal.notFound("NOT_FOUND", "appointmentId", c.appointmentId()));
        }
        var refusal = grants(view, appointment.get().role(), appointment.get().organizationId());
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        return Decision.accepted(NewEvent.of(
                Offices.OFFICER.id(c.subject()),
                new OfficerDismissed(c.appointmentId(), c.subject(), BusinessCalendar.today(view))));
    }

    private static Decision appointFirst(View view, AppointFirstAdministrator c) {
        if (!Acting.isService(view)) {
            throw new IllegalStateException("Only the service's own start appoints the first administrator");
        }
        var isOne = view.state(Offices.OFFICER, c.subject()).appointments().stream()
                .anyMatch(a -> a.role() == StaffRole.ADMINISTRATOR
                        && a.organizationId().equals(Offices.EVERYWHERE));
        if (isOne) {
            return Decision.accepted();
        }
        var appointmentId = "A-first-" + c.subject();
        return Decision.accepted(NewEvent.of(
                Offices.OFFICER.id(c.subject()),
                new OfficerAppointed(
                        appointmentId, c.subject(), Offices.EVERYWHERE, StaffRole.ADMINISTRATOR, ALWAYS, null)));
    }

    /** Who may grant or end an appointment: an administrator above the unit; one of the whole program for a university. */
    private static Optional<Refusal> grants(View view, StaffRole role, String organizationId) {
        return switch (role) {
            case REGISTRAR, PARTNER_UNIVERSITY -> Acting.administers(view);
            case UNION_OFFICER, ADMINISTRATOR, FINANCE, AUDITOR ->
                Acting.mayAct(view, StaffRole.ADMINISTRATOR, organizationId);
        };
    }

    private static Optional<Refusal> unfit(View view, Appoint c) {
        if (c.subject().equals(Acting.subject(view))) {
            return Optional.of(Acting.makerIsChecker());
        }
        if (c.until() != null && c.until().isBefore(c.from())) {
            return Optional.of(Refusal.invalid(
                    "DATES_REVERSED", "until", c.until().toString(), c.from().toString()));
        }
        return organizationFits(view, c.role(), c.organizationId())
                ? Optional.empty()
                : Optional.of(Refusal.invalid("ORGANIZATION_UNKNOWN", "organizationId", c.organizationId(), null));
    }

    private static boolean organizationFits(View view, StaffRole role, String organizationId) {
        return switch (role) {
            case REGISTRAR, PARTNER_UNIVERSITY ->
                view.state(Universities.UNIVERSITY, organizationId).known();
            case UNION_OFFICER -> view.state(Offices.UNIT, organizationId).known();
            case ADMINISTRATOR, FINANCE, AUDITOR ->
                organizationId.equals(Offices.EVERYWHERE)
                        || view.state(Offices.UNIT, organizationId).known();
        };
    }

    private static boolean overlaps(Appointment held, Appoint asked) {
        var heldUntil = held.until() == null ? LocalDate.MAX : held.until();
        var askedUntil = asked.until() == null ? LocalDate.MAX : asked.until();
        return !held.from().isAfter(askedUntil) && !asked.from().isAfter(heldUntil);
    }
}
