package org.gongxue.events.enrollment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A union unit stands in the tree; {@code path} runs from the root to the unit itself. */
public record UnitRegistered(
        String unitId,
        @Nullable String parentId,
        String name,
        UnitLevel level,
        Ownership ownership,
        Affiliation affiliation,
        @Nullable String divisionCode,
        @Nullable String creditCode,
        List<String> path)
        implements EnrollmentEvent {}
