package org.gongxue.kit.authority;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.OfficerAppointed;
import org.gongxue.events.enrollment.OfficerDismissed;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.enrollment.UnitRegistered;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Appointments and the union tree as streams.
 *
 * <p>They evolve from enrollment's events alike whether those are a service's own or taken in as inputs, so every
 * service decides about authority from its own log, and a dismissed officer is refused whatever the token says.
 */
public final class Offices {

    /** The organization id of an appointment that holds everywhere. */
    public static final String EVERYWHERE = "*";

    /** One appointment; dates inclusive, {@code until} absent while open-ended. */
    public record Appointment(
            String appointmentId,
            String organizationId,
            StaffRole role,
            LocalDate from,
            @Nullable LocalDate until) {

        private boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /** All appointments of one sign-in subject that were not ended by dismissal. */
    public record OfficerState(List<Appointment> appointments) {

        /** The organizations this person may act for in a role on a day. */
        public List<String> organizations(StaffRole role, LocalDate day) {
            return appointments.stream()
                    .filter(a -> a.role() == role && a.holdsOn(day))
                    .map(Appointment::organizationId)
                    .toList();
        }

        /** Whether an appointment reaches one of the organizations of a path from the root to a unit. */
        public boolean reaches(StaffRole role, LocalDate day, List<String> path) {
            return organizations(role, day).stream().anyMatch(o -> o.equals(EVERYWHERE) || path.contains(o));
        }
    }

    /** A unit with its path from the root to itself; both absent while unknown. */
    public record UnitState(@Nullable UnitRegistered unit) {

        /** Whether the unit was registered. */
        public boolean known() {
            return unit != null;
        }

        /** Whether it is a unit with none above it. */
        public boolean root() {
            return unit != null && unit.parentId() == null;
        }

        /** Root … self, or the id alone for what is no unit (a university). */
        public List<String> path(String organizationId) {
            return unit == null ? List.of(organizationId) : unit.path();
        }
    }

    /** Appointments per sign-in subject. */
    public static final StreamType<OfficerState> OFFICER =
            StreamType.of("officer", OfficerState.class, 1, new OfficerState(List.of()), Offices::evolveOfficer);

    /** Units by id. */
    public static final StreamType<UnitState> UNIT = StreamType.of(
            "unit",
            UnitState.class,
            1,
            new UnitState(null),
            (state, event) -> event instanceof UnitRegistered unit ? new UnitState(unit) : state);

    private Offices() {}

    /**
     * Whether a subject may act in a role for an organization on the business date: an appointment names the
     * organization itself, one above it in the union tree, or everywhere.
     *
     * @return empty when allowed, else the refusal to answer with (invariant 10)
     */
    public static Optional<Refusal> mayAct(View view, String subject, StaffRole role, String organizationId) {
        var path = view.state(UNIT, organizationId).path(organizationId);
        var allowed = view.state(OFFICER, subject).reaches(role, BusinessCalendar.today(view), path);
        return allowed ? Optional.empty() : Optional.of(notAppointed(role, organizationId));
    }

    /**
     * Whether a subject may act in a role for the whole program on the business date: an appointment is everywhere or
     * at a root of the union tree.
     *
     * @return empty when allowed, else the refusal to answer with (invariant 10)
     */
    public static Optional<Refusal> mayActEverywhere(View view, String subject, StaffRole role) {
        var allowed = view.state(OFFICER, subject).organizations(role, BusinessCalendar.today(view)).stream()
                .anyMatch(o -> o.equals(EVERYWHERE) || view.state(UNIT, o).root());
        return allowed ? Optional.empty() : Optional.of(notAppointed(role, EVERYWHERE));
    }

    /** Empty when the person behind the command administers the whole program, else the refusal to answer with. */
    public static Optional<Refusal> administers(View view) {
        return mayActEverywhere(view, Person.subject(view.context().actor()), StaffRole.ADMINISTRATOR);
    }

    /** The refusal of someone without the appointment; it names who can grant it. */
    public static Refusal notAppointed(StaffRole role, String organizationId) {
        return new Refusal(
                Refusal.Kind.FORBIDDEN,
                "NOT_APPOINTED",
                null,
                null,
                role.name(),
                Map.of("organization", organizationId, "role", role.name()));
    }

    private static OfficerState evolveOfficer(OfficerState state, Object event) {
        return switch (event) {
            case OfficerAppointed a -> {
                var appointments = new ArrayList<>(state.appointments());
                appointments.add(new Appointment(a.appointmentId(), a.organizationId(), a.role(), a.from(), a.until()));
                yield new OfficerState(List.copyOf(appointments));
            }
            case OfficerDismissed d ->
                new OfficerState(state.appointments().stream()
                        .filter(a -> !a.appointmentId().equals(d.appointmentId()))
                        .toList());
            default -> state;
        };
    }
}
