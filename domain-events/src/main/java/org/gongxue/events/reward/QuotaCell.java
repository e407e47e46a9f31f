package org.gongxue.events.reward;

/**
 * 名额 of one policy for one year, unit and group.
 *
 * @param unitId the unit the places are allotted to, or {@code *} when the policy does not divide them by unit
 * @param group the policy's group, or {@code *} when it has none
 */
public record QuotaCell(String policyId, int year, String unitId, String group) {

    /** Stands for the whole of a dimension that the policy does not divide by. */
    public static final String WHOLE = "*";
}
