package org.gongxue.enrollment.admission.edge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongxue.enrollment.admission.ApplicationState.Stage;
import org.gongxue.enrollment.admission.edge.Application.Tally;

/**
 * An intake in numbers.
 *
 * @param submitted all applications that came in
 * @param open not answered yet: submitted, recommended or holding a place
 * @param admitted admitted by their universities
 * @param waitlisted waiting with a number
 * @param withdrawn stepped back by applicants
 * @param refused refused, by rule
 * @param byProgram the same numbers for each program
 */
public record IntakeSummary(
        String intakeId,
        long submitted,
        long open,
        long admitted,
        long waitlisted,
        long withdrawn,
        Map<String, Long> refused,
        Map<String, ProgramSummary> byProgram) {

    /** The numbers of one program. */
    public record ProgramSummary(
            long submitted, long open, long admitted, long waitlisted, long withdrawn, Map<String, Long> refused) {

        private static ProgramSummary of(List<Tally> tallies) {
            return new ProgramSummary(
                    sum(tallies, _ -> true),
                    sum(tallies, IntakeSummary::isOpen),
                    sum(tallies, stage -> stage == Stage.ENROLLED),
                    sum(tallies, stage -> stage == Stage.WAITLISTED),
                    sum(tallies, stage -> stage == Stage.WITHDRAWN),
                    IntakeSummary.refused(tallies));
        }
    }

    static IntakeSummary of(String intakeId, List<Tally> tallies) {
        var whole = ProgramSummary.of(tallies);
        var byProgram =
                tallies.stream().collect(Collectors.groupingBy(Tally::programId, TreeMap::new, Collectors.toList()));
        var programs = new TreeMap<String, ProgramSummary>();
        byProgram.forEach((programId, own) -> programs.put(programId, ProgramSummary.of(own)));
        return new IntakeSummary(
                intakeId,
                whole.submitted(),
                whole.open(),
                whole.admitted(),
                whole.waitlisted(),
                whole.withdrawn(),
                whole.refused(),
                programs);
    }

    private static boolean isOpen(Stage stage) {
        return stage == Stage.SUBMITTED || stage == Stage.RECOMMENDED || stage == Stage.PLACED;
    }

    private static long sum(List<Tally> tallies, Predicate<Stage> stages) {
        return tallies.stream()
                .filter(t -> stages.test(t.state()))
                .mapToLong(Tally::count)
                .sum();
    }

    private static Map<String, Long> refused(List<Tally> tallies) {
        var refused = new TreeMap<String, Long>();
        for (var tally : tallies) {
            if (tally.reasonCode() != null) {
                refused.merge(tally.reasonCode(), tally.count(), Long::sum);
            }
        }
        return refused;
    }
}
