package org.gongxue.story;

/** 职业技能等级 as of 2015, lowest first. */
enum SkillLevel {
    /** 初级工 */
    BEGINNER(5),
    /** 中级工 */
    INTERMEDIATE(4),
    /** 高级工 */
    SENIOR(3),
    /** 技师 */
    TECHNICIAN(2),
    /** 高级技师 */
    SENIOR_TECHNICIAN(1);

    private final int digit;

    SkillLevel(int digit) {
        this.digit = digit;
    }

    /** The level above. */
    SkillLevel next() {
        return switch (this) {
            case BEGINNER -> INTERMEDIATE;
            case INTERMEDIATE -> SENIOR;
            case SENIOR -> TECHNICIAN;
            case TECHNICIAN -> SENIOR_TECHNICIAN;
            case SENIOR_TECHNICIAN -> throw new IllegalStateException("nothing is above 高级技师");
        };
    }

    /** Its digit in a certificate number. */
    int digit() {
        return digit;
    }
}
