package org.gongxue.reward.entitlement;

/** What a person is told about an entitlement: its own stage and the way of the batch it lies in, taken together. */
public enum Standing {
    /** 待定 */
    PENDING("pending"),
    /** 候补 */
    WAITLISTED("waitlisted"),
    /** 已批准，待拨付 */
    APPROVED("approved"),
    /** 不予支付 */
    REFUSED("refused"),
    /** 银行处理中 */
    IN_PAYMENT("in-payment"),
    /** 已付 */
    PAID("paid"),
    /** 退票 */
    RETURNED("returned"),
    /** 已过期 */
    EXPIRED("expired"),
    /** 已取消 */
    CANCELLED("cancelled"),
    /** 追回中 */
    RECOVERING("recovering"),
    /** 已追回 */
    RECOVERED("recovered");

    private final String word;

    Standing(String word) {
        this.word = word;
    }

    /** The word used in the API. */
    public String word() {
        return word;
    }

    /**
     * The standing of an entitlement.
     *
     * @param batchApproved whether the batch of its last attempt was approved
     */
    public static Standing of(EntitlementState entitlement, boolean batchApproved) {
        var attempt = entitlement.attempt();
        if (entitlement.owed() && attempt != null && attempt.settlement() == Settlement.OPEN && batchApproved) {
            return IN_PAYMENT;
        }
        return switch (entitlement.stage()) {
            case NONE, PENDING, HELD -> PENDING;
            case WAITLISTED -> WAITLISTED;
            case APPROVED -> APPROVED;
            case REFUSED -> REFUSED;
            case PAID -> PAID;
            case RETURNED -> RETURNED;
            case EXPIRED -> EXPIRED;
            case CANCELLED -> CANCELLED;
            case RECOVERING -> RECOVERING;
            case RECOVERED -> RECOVERED;
        };
    }
}
