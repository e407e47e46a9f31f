package org.gongxue.reward.policy;

import java.time.LocalDate;
import java.util.List;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.fact.UnitFacts;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is written (design section 5); {@code docs/policies.md} teaches writing one.
 *
 * @param policyId lower-case letters, digits and hyphens
 * @param version from 1
 * @param name as shown
 * @param assessor the pinned code that assesses it, such as {@code v1}
 * @param source the event that opens an entitlement
 * @param businessKeys the facts, or combinations of facts, that are rewarded once each
 * @param validity which sources this version is for
 * @param eligibility all of these must hold
 * @param groups the first whose conditions all hold is the group; empty when the policy has none
 * @param amount how much
 * @param quota which places limit it; null when nothing but the money does
 * @param funds from which funds
 * @param shortfall what happens when the fund is short
 * @param approval who approves
 */
public record PolicyDocument(
        String policyId,
        int version,
        String name,
        String assessor,
        String source,
        List<List<String>> businessKeys,
        Validity validity,
        List<Condition> eligibility,
        List<Group> groups,
        Amount amount,
        @Nullable QuotaSelection quota,
        FundSelection funds,
        Shortfall shortfall,
        Approval approval) {

    /** The version is for sources whose date, the fact named by {@code by}, lies in these days, both inclusive. */
    public record Validity(String by, LocalDate from, LocalDate until) {

        /** Whether some day selects both. */
        public boolean overlaps(LocalDate otherFrom, LocalDate otherUntil) {
            return !from.isAfter(otherUntil) && !otherFrom.isAfter(until);
        }
    }

    /**
     * One named rule: a fact compared with what is needed.
     *
     * @param code the refusal's code when it fails; null for the general one
     * @param when it applies only where all of these hold; empty when it always applies
     */
    public record Condition(
            String name,
            String article,
            @Nullable String code,
            String fact,
            Comparison comparison,
            Operand needed,
            List<Test> when) {

        /** What it compares. */
        public Test test() {
            return new Test(fact, comparison, needed);
        }
    }

    /** A comparison without a name of its own: it says when a condition applies. */
    public record Test(String fact, Comparison comparison, Operand needed) {}

    /** What a fact is compared with. */
    public sealed interface Operand {
        /** A value written in the policy. */
        record Literal(FactValue value) implements Operand {}

        /** Any of these values. */
        record OneOf(List<FactValue> values) implements Operand {}

        /** The value of another fact. */
        record OfFact(String fact) implements Operand {}

        /** Nothing: the comparison says it all. */
        record Nothing() implements Operand {}
    }

    /** A named group and when one is in it. */
    public record Group(String name, List<Condition> when) {}

    /** How much is owed. */
    public sealed interface Amount {

        /** The policy's article that says so. */
        String article();

        /**
         * A share of a sum of fen facts, never more than the cap, rounded down to whole fen.
         *
         * @param shareOf numerator, at least 1
         * @param shareIn denominator, at least the numerator
         * @param cap null only in a draft that the check refuses as unbounded
         */
        record Formula(
                Sum sum, int shareOf, int shareIn, @Nullable Cap cap, String article) implements Amount {}

        /** Rows of fixed amounts, chosen by the values of {@code by}: facts, or {@code group}. */
        record Table(List<String> by, List<Row> rows, String article) implements Amount {}

        /** An amount in fen for one combination of values. */
        record Row(List<String> when, long fen) {}
    }

    /** Fen facts added and subtracted. */
    public record Sum(List<String> plus, List<String> minus) {}

    /** The most that is paid. */
    public sealed interface Cap {
        /** A fixed amount. */
        record Fixed(long fen) implements Cap {}

        /** What these facts come to. */
        record OfFacts(Sum sum) implements Cap {}
    }

    /**
     * Which places limit the policy. The cell is the policy, the year of a date among the facts, a unit and the group.
     *
     * @param unitBy the fact that names the unit; null when the places are not divided by unit
     * @param ceilings the most places per year and group, all units together
     */
    public record QuotaSelection(String yearBy, @Nullable String unitBy, List<Ceiling> ceilings) {

        /** Whether places of the unit at the end of this path would be used: of member units only, if those are named. */
        public boolean allotsTo(List<String> path) {
            return unitBy != null && (!unitBy.equals(UnitFacts.MEMBER_UNIT) || UnitFacts.isMemberUnit(path));
        }
    }

    /** The most places of a year; {@code group} is {@code *} when the policy has no groups. */
    public record Ceiling(int year, String group, int places) {}

    /**
     * Each fund is its prefix, a hyphen and the year of a date among the facts.
     *
     * @param from the funds that pay, the leading one first; their shares come to the whole
     */
    public record FundSelection(String yearBy, List<Payer> from) {}

    /** A fund that pays {@code of} parts in {@code in}; what does not divide goes by the largest remainder. */
    public record Payer(String prefix, int of, int in) {}

    /** What happens when the fund is short. */
    public enum Shortfall {
        /** Stand in line. */
        WAITLIST,
        /** Refused. */
        REFUSE
    }

    /** Who approves. */
    public enum Approval {
        /** The policy itself. */
        AUTOMATIC,
        /** An officer of the learner's unit or one above it. */
        OFFICER
    }
}
