package org.gongxue.events.creditbank;

import java.util.List;

/**
 * 备案范围: what an issuer may issue.
 *
 * @param kind which kind of outcome
 * @param occupationCodes the occupations, or {@code *} alone for all
 * @param lowest the lowest level
 * @param highest the highest level, not below the lowest
 */
public record IssuerScope(OutcomeKind kind, List<String> occupationCodes, SkillLevel lowest, SkillLevel highest) {

    /** Stands for every occupation. */
    public static final String ALL = "*";

    public IssuerScope {
        occupationCodes = List.copyOf(occupationCodes);
    }
}
