package org.gongxue.reward.fact;

import static org.gongxue.reward.fact.FactType.DAY;
import static org.gongxue.reward.fact.FactType.FEN;
import static org.gongxue.reward.fact.FactType.FLAG;
import static org.gongxue.reward.fact.FactType.TEXT;
import static org.gongxue.reward.fact.FactType.WHOLE;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.ContestPlacing.ContestLevel;
import org.gongxue.events.creditbank.ContestPlacing.ContestRound;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.enrollment.Affiliation;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.DiplomaType;
import org.gongxue.events.enrollment.Ownership;
import org.gongxue.events.enrollment.UnitLevel;

/**
 * The facts a policy may ask about, by name, and the source events a policy may hang on. A name is the capability that
 * knows the fact and the fact, as in {@code tuition.paidFen}.
 */
public final class FactVocabulary {

    /** The source event of a confirmed graduation. */
    public static final String GRADUATION_CONFIRMED = "graduation-confirmed";

    /** The source event of a learning outcome that the credit bank recognised or refused. */
    public static final String OUTCOME_JUDGED = "outcome-judged";

    /** The word for what an outcome of this kind does not have. */
    public static final String NONE = "NONE";

    /** The grade of every contest result. */
    public static final String CONTEST = "CONTEST";

    private static final Map<String, FactType> TYPES = types();

    private static final Map<String, List<String>> WORDS = words();

    private static final Map<String, Set<String>> KNOWN_WITH = Map.of(
            GRADUATION_CONFIRMED, Set.of("learner", "unit", "enrollment", "graduation"),
            OUTCOME_JUDGED, Set.of("learner", "unit", "outcome", "contest"));

    private static final Map<String, Set<String>> KNOWN_LATER = Map.of(GRADUATION_CONFIRMED, Set.of("tuition"));

    /** What the credit bank says of an outcome only when it recognises it. */
    private static final Set<String> KNOWN_WHEN_RECOGNIZED = Set.of(
            "outcome.heldBefore",
            "outcome.heldBeforeRank",
            "outcome.heldInOccupation",
            "outcome.heldInOccupationRank",
            "outcome.levelsGained");

    private static final Set<String> NAMES_OF_UNITS =
            Set.of("learner.unitId", "unit.memberUnitId", "enrollment.unitId");

    private FactVocabulary() {}

    /** The type of a fact; empty if no policy can ask about it. */
    public static Optional<FactType> type(String fact) {
        return Optional.ofNullable(TYPES.get(fact));
    }

    /** All facts with their types, in reading order. */
    public static Map<String, FactType> all() {
        return TYPES;
    }

    /** Every word a fact can be, in order; empty for a fact whose words are open, such as an id, and for other types. */
    public static List<String> words(String fact) {
        return WORDS.getOrDefault(fact, List.of());
    }

    /** The place of a skill level's word among all levels, lowest first: {@link #NONE} is 0. */
    public static int rank(String level) {
        return words("outcome.level").indexOf(level);
    }

    /** The fact that holds the {@link #rank} of a fact whose words are skill levels; empty for other facts. */
    public static Optional<String> rankOf(String fact) {
        return Optional.of(fact + "Rank").filter(TYPES::containsKey);
    }

    /** The facts of the same capability as an unknown one, or all if there is no such capability: for a hint. */
    public static List<String> near(String unknown) {
        var capability = unknown.substring(0, unknown.indexOf('.') + 1);
        var near = TYPES.keySet().stream()
                .filter(fact -> !capability.isEmpty() && fact.startsWith(capability))
                .toList();
        return near.isEmpty() ? List.copyOf(TYPES.keySet()) : near;
    }

    /** Whether a fact is the id of a unit, so that places can be allotted by it. */
    public static boolean namesUnit(String fact) {
        return NAMES_OF_UNITS.contains(fact);
    }

    /** The events that can open an entitlement. */
    public static Set<String> sourceEvents() {
        return KNOWN_WITH.keySet();
    }

    /** Whether a fact is always known when the source event arrives. */
    public static boolean knownWith(String sourceEvent, String fact) {
        return known(sourceEvent, fact, KNOWN_WITH) && !KNOWN_WHEN_RECOGNIZED.contains(fact);
    }

    /** Whether a fact is known with the source event or may be learned later about what it opened. */
    public static boolean canBeKnown(String sourceEvent, String fact) {
        return known(sourceEvent, fact, KNOWN_WITH) || known(sourceEvent, fact, KNOWN_LATER);
    }

    private static boolean known(String sourceEvent, String fact, Map<String, Set<String>> capabilities) {
        var capability = fact.substring(0, Math.max(0, fact.indexOf('.')));
        return capabilities.getOrDefault(sourceEvent, Set.of()).contains(capability);
    }

    private static Map<String, FactType> types() {
        var types = new LinkedHashMap<String, FactType>();
        put(types, TEXT, "learner.learnerId", "learner.unitId");
        put(types, TEXT, "unit.ownership", "unit.affiliation", "unit.level");
        put(types, TEXT, "unit.memberUnitId", "unit.memberUnitLevel");
        put(types, TEXT, "enrollment.enrollmentId", "enrollment.universityId", "enrollment.programId");
        put(types, WHOLE, "enrollment.programVersion");
        put(types, TEXT, "enrollment.unitId");
        put(types, DAY, "enrollment.enrolledOn");
        put(types, FLAG, "enrollment.withdrawn");
        put(types, TEXT, "graduation.level", "graduation.diplomaToken", "graduation.diplomaType");
        put(types, FLAG, "graduation.stateRecognized", "graduation.examsPassed");
        put(types, WHOLE, "graduation.requiredCredits", "graduation.universityCredits");
        put(types, WHOLE, "graduation.countedCredits", "graduation.convertedCredits");
        put(types, DAY, "graduation.awardedOn");
        put(types, FEN, "tuition.dueFen", "tuition.waivedFen", "tuition.paidFen", "tuition.refundedFen");
        put(types, DAY, "tuition.lastPaidOn");
        put(types, TEXT, "outcome.outcomeId", "outcome.kind", "outcome.grade", "outcome.level");
        put(types, WHOLE, "outcome.levelRank");
        put(types, TEXT, "outcome.heldBefore");
        put(types, WHOLE, "outcome.heldBeforeRank");
        put(types, TEXT, "outcome.heldInOccupation");
        put(types, WHOLE, "outcome.heldInOccupationRank", "outcome.levelsGained");
        put(types, TEXT, "outcome.occupationCode", "outcome.occupationEdition");
        put(types, DAY, "outcome.issuedOn", "outcome.depositedOn");
        put(types, WHOLE, "outcome.daysToDeposit");
        put(types, TEXT, "outcome.route", "outcome.qualification");
        put(types, TEXT, "contest.level", "contest.highestRound");
        put(types, WHOLE, "contest.rank");
        put(types, FLAG, "contest.certifiedTrade");
        return Collections.unmodifiableMap(types);
    }

    private static void put(Map<String, FactType> types, FactType type, String... facts) {
        for (var fact : facts) {
            types.put(fact, type);
        }
    }

    private static Map<String, List<String>> words() {
        var levels = words(SkillLevel.values(), NONE);
        var words = new LinkedHashMap<String, List<String>>();
        words.put("unit.ownership", words(Ownership.values()));
        words.put("unit.affiliation", words(Affiliation.values()));
        words.put("unit.level", words(UnitLevel.values()));
        words.put("unit.memberUnitLevel", words(UnitLevel.values()));
        words.put("graduation.level", words(DegreeLevel.values()));
        words.put("graduation.diplomaType", words(DiplomaType.values()));
        words.put("outcome.kind", words(OutcomeKind.values()));
        words.put("outcome.level", levels);
        words.put("outcome.heldBefore", levels);
        words.put("outcome.heldInOccupation", levels);
        words.put("outcome.route", words(AcquisitionRoute.values()));
        words.put("contest.level", words(ContestLevel.values(), NONE));
        words.put("contest.highestRound", words(ContestRound.values(), NONE));
        return Collections.unmodifiableMap(words);
    }

    private static List<String> words(Enum<?>[] values, String... before) {
        return Stream.concat(Arrays.stream(before), Arrays.stream(values).map(Enum::name))
                .toList();
    }
}
