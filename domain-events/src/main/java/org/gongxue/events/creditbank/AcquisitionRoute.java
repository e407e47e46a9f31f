package org.gongxue.events.creditbank;

/** 取得方式 of a certificate (D4). */
public enum AcquisitionRoute {
    /** 培训 */
    TRAINING,
    /** 自学 */
    SELF_STUDY,
    /** 竞赛 */
    CONTEST
}
