package org.gongxue.story;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongxue.story.SkillClaim.Fate;
import org.jspecify.annotations.Nullable;

/**
 * One year of the skill reward: its places, its claims and what must come of them.
 *
 * @param year the year
 * @param grid the places by unit and group
 * @param claims in the order in which they are handed in: first those that fill the places
 * @param returned the approved claims whose first payment the bank returns
 * @param falseOne the approved claim whose certificate turns out false, if any
 */
record SkillYear(
        int year,
        Map<Unit, Map<SkillGroup, Integer>> grid,
        List<SkillClaim> claims,
        List<SkillClaim> returned,
        @Nullable SkillClaim falseOne) {

    /** The claims that must be approved. */
    List<SkillClaim> approved() {
        return of(Fate.APPROVED);
    }

    /** The claims that must come after the places are filled: those that wait, and those that are refused. */
    List<SkillClaim> latecomers() {
        return claims.stream().filter(c -> c.fate() != Fate.APPROVED).toList();
    }

    List<SkillClaim> of(Fate fate) {
        return claims.stream().filter(c -> c.fate() == fate).toList();
    }

    long count(Fate fate) {
        return claims.stream().filter(c -> c.fate() == fate).count();
    }

    /** All claims that neither were approved nor wait. */
    long refused() {
        return claims.size() - count(Fate.APPROVED) - count(Fate.WAITLISTED);
    }

    /** The places of a group in all units. */
    int places(SkillGroup group) {
        return grid.values().stream()
                .mapToInt(groups -> groups.getOrDefault(group, 0))
                .sum();
    }

    /** What the approved claims come to, in fen: the year's appropriation is exactly this. */
    long owedFen() {
        return sumFen(approved());
    }

    static long sumFen(List<SkillClaim> claims) {
        return claims.stream().mapToLong(claim -> claim.group().amountFen()).sum();
    }

    /** Who waits in one unit's line for a group, first come first. */
    List<SkillClaim> line(Unit holder, SkillGroup group) {
        return of(Fate.WAITLISTED).stream()
                .filter(c -> c.group() == group && c.claimant().seat().holder().equals(holder))
                .toList();
    }

    /** The false certificate's claim. */
    Optional<SkillClaim> falsified() {
        return Optional.ofNullable(falseOne);
    }

    YearFund fund() {
        return YearFund.skill(year);
    }

    /** The places by group, for a policy's ceilings. */
    Map<SkillGroup, Integer> ceilings() {
        Map<SkillGroup, Integer> ceilings = new EnumMap<>(SkillGroup.class);
        for (SkillGroup group : SkillGroup.values()) {
            ceilings.put(group, places(group));
        }
        return ceilings;
    }
}
