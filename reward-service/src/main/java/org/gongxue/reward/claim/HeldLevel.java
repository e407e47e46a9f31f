package org.gongxue.reward.claim;

import java.util.Arrays;
import java.util.List;
import org.gongxue.events.creditbank.SkillLevel;
import org.jspecify.annotations.Nullable;

/** The skill level somebody holds, or that there is none. */
public enum HeldLevel {
    NONE,
    APPRENTICE,
    BEGINNER,
    INTERMEDIATE,
    SENIOR,
    TECHNICIAN,
    SENIOR_TECHNICIAN,
    SPECIAL_TECHNICIAN,
    CHIEF_TECHNICIAN;

    /** The year from which there are more than five levels (domain section 4). */
    private static final int EIGHT_LEVELS_FROM = 2022;

    /** The level; absent for none. */
    public @Nullable SkillLevel level() {
        return this == NONE ? null : SkillLevel.valueOf(name());
    }

    /** The levels there are in a year, lowest first. */
    public static List<HeldLevel> levels(int year) {
        return Arrays.stream(values())
                .filter(level -> switch (level) {
                    case NONE -> false;
                    case APPRENTICE, SPECIAL_TECHNICIAN, CHIEF_TECHNICIAN -> year >= EIGHT_LEVELS_FROM;
                    case BEGINNER, INTERMEDIATE, SENIOR, TECHNICIAN, SENIOR_TECHNICIAN -> true;
                })
                .toList();
    }
}
