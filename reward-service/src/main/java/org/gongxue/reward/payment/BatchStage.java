package org.gongxue.reward.payment;

/** How far a payment batch has come. */
public enum BatchStage {
    /** No event yet. */
    NONE("none"),
    /** The maker adds lines. */
    DRAFT("draft"),
    /** Lines are fixed, the checker looks. */
    FROZEN("frozen"),
    /** At the bank. */
    APPROVED("approved"),
    /** Given up before approval. */
    DISCARDED("discarded");

    private final String word;

    BatchStage(String word) {
        this.word = word;
    }

    /** The word used in the API. */
    public String word() {
        return word;
    }
}
