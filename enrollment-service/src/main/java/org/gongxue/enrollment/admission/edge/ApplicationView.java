package org.gongxue.enrollment.admission.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongxue.enrollment.program.edge.ProgramVersion;
import org.gongxue.enrollment.unit.edge.Unit;
import org.gongxue.enrollment.university.edge.University;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An application as shown.
 *
 * @param state submitted, recommended, waitlisted, placed, enrolled, refused or withdrawn
 * @param holder who answers next, absent when it is closed
 * @param problem why it was refused
 * @param firstApplicationId the application that a duplicate repeats
 * @param timeline what happened so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationView(
        String applicationId,
        String intakeId,
        String programId,
        @Nullable String major,
        String universityId,
        @Nullable String universityName,
        String learnerId,
        String unitId,
        @Nullable String unitName,
        String state,
        LocalDate submittedOn,
        @Nullable HolderView holder,
        @Nullable Integer waitlistNumber,
        @Nullable String enrollmentId,
        @Nullable String firstApplicationId,
        @Nullable Problem problem,
        List<StepView> timeline) {

    /** Who has the application in hand, and the last day for an answer. */
    public record HolderView(
            StaffRole role, String organizationId, @Nullable String name, LocalDate until) {}

    /** One step of the timeline. */
    public record StepView(String state, LocalDate on, long index) {}

    /** Applications in their order, with the names that belong to them. */
    static List<ApplicationView> of(List<Application> applications, Locale locale) {
        var units = new TreeSet<String>();
        applications.forEach(a -> {
            units.add(a.unitId);
            if (a.holderId != null) {
                units.add(a.holderId);
            }
        });
        var names = new Names(Unit.names(units), University.names(), majors(applications));
        var steps = ApplicationStep.of(
                        applications.stream().map(a -> a.applicationId).toList())
                .stream()
                .collect(Collectors.groupingBy(step -> step.applicationId));
        return applications.stream()
                .map(a -> of(a, names, steps.getOrDefault(a.applicationId, List.of()), locale))
                .toList();
    }

    private record Names(Map<String, String> units, Map<String, String> universities, Map<String, String> majors) {

        @Nullable
        String ofOrganization(String id) {
            return units.containsKey(id) ? units.get(id) : universities.get(id);
        }
    }

    private static Map<String, String> majors(List<Application> applications) {
        Set<String> programs = applications.stream().map(a -> a.programId).collect(Collectors.toSet());
        return ProgramVersion.<ProgramVersion>list("programId in ?1", programs).stream()
                .collect(Collectors.toMap(p -> p.programId + ":" + p.programVersion, p -> p.major));
    }

    private static ApplicationView of(Application a, Names names, List<ApplicationStep> steps, Locale locale) {
        return new ApplicationView(
                a.applicationId,
                a.intakeId,
                a.programId,
                names.majors().get(a.programId + ":" + a.programVersion),
                a.universityId,
                names.universities().get(a.universityId),
                a.learnerId,
                a.unitId,
                names.units().get(a.unitId),
                a.state.name().toLowerCase(Locale.ROOT),
                a.submittedOn,
                holder(a, names),
                a.waitlistNumber,
                a.enrollmentId,
                a.firstApplicationId,
                problem(a, names, locale),
                steps.stream()
                        .map(s -> new StepView(s.state.name().toLowerCase(Locale.ROOT), s.happenedOn, s.index))
                        .toList());
    }

    private static @Nullable HolderView holder(Application a, Names names) {
        return a.holderRole == null || a.holderId == null || a.dueOn == null
                ? null
                : new HolderView(a.holderRole, a.holderId, names.ofOrganization(a.holderId), a.dueOn);
    }

    private static @Nullable Problem problem(Application a, Names names, Locale locale) {
        if (a.reasonCode == null) {
            return null;
        }
        var unit = names.units().getOrDefault(a.unitId, a.unitId);
        var refusal = Refusal.conflict(a.reasonCode, a.reasonField, a.reasonValue, a.reasonNeeded)
                .withFacts(Map.of("unit", unit, "first", a.firstApplicationId == null ? "" : a.firstApplicationId));
        return Problem.of(refusal, locale);
    }
}
