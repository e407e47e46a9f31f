package org.gongxue.reward.fact;

import java.util.ArrayList;
import java.util.List;
import org.gongxue.eventlog.StreamType;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.events.reward.LearnerAwaited;
import org.jspecify.annotations.Nullable;

/** Which unit a learner belongs to. */
public final class LearnerUnits {

    /**
     * A learner's unit, absent while the learner has not been heard of.
     *
     * @param awaiting streams of facts, such as {@code outcome/O-1}, that came before their learner: the services' logs
     *     arrive each in its own order
     */
    public record LearnerUnit(@Nullable String unitId, List<String> awaiting) {

        public LearnerUnit {
            awaiting = List.copyOf(awaiting);
        }
    }

    /** Units by learner id. */
    public static final StreamType<LearnerUnit> LEARNER =
            StreamType.of("learner", LearnerUnit.class, 1, new LearnerUnit(null, List.of()), LearnerUnits::evolve);

    private LearnerUnits() {}

    private static LearnerUnit evolve(LearnerUnit learner, Object event) {
        return switch (event) {
            case LearnerRegistered e -> new LearnerUnit(e.unitId(), List.of());
            case LearnerAwaited e -> {
                var awaiting = new ArrayList<>(learner.awaiting);
                awaiting.add(e.basis());
                yield new LearnerUnit(learner.unitId, awaiting);
            }
            default -> throw new IllegalStateException("not a fact about a learner: " + event);
        };
    }
}
