package org.gongxue.events.creditbank;

/**
 * 竞赛名次: how far somebody came in a skills contest 职工技能竞赛.
 *
 * @param level who held it
 * @param highestRound the highest round this contest had
 * @param rank the place in that round, from 1
 * @param certifiedTrade whether the trade is one that skill certificates are issued for
 */
public record ContestPlacing(ContestLevel level, ContestRound highestRound, int rank, boolean certifiedTrade) {

    /** 竞赛级别. */
    public enum ContestLevel {
        /** 企业级 */
        ENTERPRISE,
        /** 区级 */
        DISTRICT,
        /** 市级 */
        CITY,
        /** 省级 */
        PROVINCE,
        /** 国家级 */
        NATION
    }

    /** 最高赛程. */
    public enum ContestRound {
        /** 决赛 */
        FINAL,
        /** 复赛为最高赛程 */
        SEMI_FINAL,
        /** 国家级竞赛的本市选拔赛 */
        NATIONAL_CITY_TRIAL
    }
}
