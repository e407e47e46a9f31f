package org.gongxue.reward.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.eventlog.StreamType;
import org.gongxue.events.enrollment.GraduationConfirmed;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.events.enrollment.LearnerWithdrawn;
import org.gongxue.events.enrollment.TuitionReceiptRecorded;
import org.gongxue.events.reward.FactsAwaited;
import org.gongxue.reward.fact.FactValue.Day;
import org.gongxue.reward.fact.FactValue.Flag;
import org.gongxue.reward.fact.FactValue.Text;
import org.gongxue.reward.fact.FactValue.Whole;
import org.jspecify.annotations.Nullable;

/**
 * What has been heard about one enrollment; what has not is absent.
 *
 * @param awaiting entitlements that were pending for a fact, in the order they were opened
 */
public record EnrollmentFacts(
        @Nullable LearnerEnrolled enrolled,
        @Nullable LearnerWithdrawn withdrawn,
        @Nullable TuitionSum tuition,
        @Nullable GraduationConfirmed graduation,
        List<String> awaiting) {

    /** Facts by enrollment id. */
    public static final StreamType<EnrollmentFacts> FACTS = StreamType.of(
            "fact",
            EnrollmentFacts.class,
            1,
            new EnrollmentFacts(null, null, null, null, List.of()),
            EnrollmentFacts::evolve);

    public EnrollmentFacts {
        awaiting = List.copyOf(awaiting);
    }

    /** The facts by their names in policies; what is not heard of is absent. */
    public Map<String, FactValue> byName() {
        var facts = new LinkedHashMap<String, FactValue>();
        if (enrolled != null) {
            facts.put("learner.learnerId", new Text(enrolled.learnerId()));
            facts.put("enrollment.enrollmentId", new Text(enrolled.enrollmentId()));
            facts.put("enrollment.universityId", new Text(enrolled.universityId()));
            facts.put("enrollment.programId", new Text(enrolled.programId()));
            facts.put("enrollment.programVersion", new Whole(enrolled.programVersion()));
            facts.put("enrollment.unitId", new Text(enrolled.unitId()));
            facts.put("enrollment.enrolledOn", new Day(enrolled.on()));
            facts.put("enrollment.withdrawn", new Flag(withdrawn != null));
        }
        if (graduation != null) {
            putGraduation(facts, graduation);
        }
        if (tuition != null) {
            facts.put("tuition.dueFen", new Whole(tuition.dueFen()));
            facts.put("tuition.waivedFen", new Whole(tuition.waivedFen()));
            facts.put("tuition.paidFen", new Whole(tuition.paidFen()));
            facts.put("tuition.refundedFen", new Whole(tuition.refundedFen()));
            facts.put("tuition.lastPaidOn", new Day(tuition.lastPaidOn()));
        }
        return Collections.unmodifiableMap(facts);
    }

    private static void putGraduation(Map<String, FactValue> facts, GraduationConfirmed graduation) {
        facts.put("graduation.level", new Text(graduation.level().name()));
        facts.put("graduation.diplomaToken", new Text(graduation.diplomaToken()));
        facts.put("graduation.diplomaType", new Text(graduation.diplomaType().name()));
        facts.put("graduation.stateRecognized", new Flag(graduation.stateRecognized()));
        facts.put("graduation.examsPassed", new Flag(graduation.examsPassed()));
        facts.put("graduation.requiredCredits", new Whole(graduation.requiredCredits()));
        facts.put("graduation.universityCredits", new Whole(graduation.universityCredits()));
        facts.put("graduation.countedCredits", new Whole(graduation.countedCredits()));
        facts.put("graduation.convertedCredits", new Whole(graduation.convertedCredits()));
        facts.put("graduation.awardedOn", new Day(graduation.awardedOn()));
    }

    private static EnrollmentFacts evolve(EnrollmentFacts facts, Object event) {
        return switch (event) {
            case LearnerEnrolled e ->
                new EnrollmentFacts(e, facts.withdrawn, facts.tuition, facts.graduation, facts.awaiting);
            case LearnerWithdrawn e ->
                new EnrollmentFacts(facts.enrolled, e, facts.tuition, facts.graduation, facts.awaiting);
            case TuitionReceiptRecorded e ->
                new EnrollmentFacts(
                        facts.enrolled,
                        facts.withdrawn,
                        TuitionSum.plus(facts.tuition, e),
                        facts.graduation,
                        facts.awaiting);
            case GraduationConfirmed e ->
                new EnrollmentFacts(facts.enrolled, facts.withdrawn, facts.tuition, e, facts.awaiting);
            case FactsAwaited e -> {
                var awaiting = new ArrayList<>(facts.awaiting);
                awaiting.add(e.entitlementId());
                yield new EnrollmentFacts(facts.enrolled, facts.withdrawn, facts.tuition, facts.graduation, awaiting);
            }
            default -> throw new IllegalStateException("not a fact about an enrollment: " + event);
        };
    }
}
