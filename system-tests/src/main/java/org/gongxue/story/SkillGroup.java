package org.gongxue.story;

/** The two groups of the skill reward: who held which level before. */
enum SkillGroup {
    /** 中级工 or above before: 2,000 yuan for a higher level. */
    HOLDERS("3", 200_000),
    /** No level or 初级工 before: 1,000 yuan. */
    STARTERS("8", 100_000);

    private final String label;
    private final long amountFen;

    SkillGroup(String label, long amountFen) {
        this.label = label;
        this.amountFen = amountFen;
    }

    /** Its name in the policy. */
    String label() {
        return label;
    }

    long amountFen() {
        return amountFen;
    }
}
