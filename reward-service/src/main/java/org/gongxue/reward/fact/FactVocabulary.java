package org.gongxue.reward.fact;

import static org.gongxue.reward.fact.FactType.DAY;
import static org.gongxue.reward.fact.FactType.FEN;
import static org.gongxue.reward.fact.FactType.FLAG;
import static org.gongxue.reward.fact.FactType.TEXT;
import static org.gongxue.reward.fact.FactType.WHOLE;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The facts a policy may ask about, by name, and the source events a policy may hang on. A name is the capability that
 * knows the fact and the fact, as in {@code tuition.paidFen}.
 */
public final class FactVocabulary {

    /** The source event of a confirmed graduation; with it every enrollment and graduation fact is known. */
    public static final String GRADUATION_CONFIRMED = "graduation-confirmed";

    private static final Map<String, FactType> TYPES = types();

    private static final Map<String, Set<String>> KNOWN_WITH =
            Map.of(GRADUATION_CONFIRMED, Set.of("learner", "enrollment", "graduation"));

    private FactVocabulary() {}

    /** The type of a fact; empty if no policy can ask about it. */
    public static Optional<FactType> type(String fact) {
        return Optional.ofNullable(TYPES.get(fact));
    }

    /** All facts with their types, in reading order. */
    public static Map<String, FactType> all() {
        return TYPES;
    }

    /** The events that can open an entitlement. */
    public static Set<String> sourceEvents() {
        return KNOWN_WITH.keySet();
    }

    /** Whether a fact is always known when the source event arrives. */
    public static boolean knownWith(String sourceEvent, String fact) {
        var capability = fact.substring(0, Math.max(0, fact.indexOf('.')));
        return KNOWN_WITH.getOrDefault(sourceEvent, Set.of()).contains(capability);
    }

    private static Map<String, FactType> types() {
        var types = new LinkedHashMap<String, FactType>();
        types.put("learner.learnerId", TEXT);
        types.put("enrollment.enrollmentId", TEXT);
        types.put("enrollment.universityId", TEXT);
        types.put("enrollment.programId", TEXT);
        types.put("enrollment.programVersion", WHOLE);
        types.put("enrollment.unitId", TEXT);
        types.put("enrollment.enrolledOn", DAY);
        types.put("enrollment.withdrawn", FLAG);
        types.put("graduation.level", TEXT);
        types.put("graduation.diplomaToken", TEXT);
        types.put("graduation.diplomaType", TEXT);
        types.put("graduation.stateRecognized", FLAG);
        types.put("graduation.examsPassed", FLAG);
        types.put("graduation.requiredCredits", WHOLE);
        types.put("graduation.universityCredits", WHOLE);
        types.put("graduation.countedCredits", WHOLE);
        types.put("graduation.convertedCredits", WHOLE);
        types.put("graduation.awardedOn", DAY);
        types.put("tuition.dueFen", FEN);
        types.put("tuition.waivedFen", FEN);
        types.put("tuition.paidFen", FEN);
        types.put("tuition.refundedFen", FEN);
        types.put("tuition.lastPaidOn", DAY);
        return Collections.unmodifiableMap(types);
    }
}
