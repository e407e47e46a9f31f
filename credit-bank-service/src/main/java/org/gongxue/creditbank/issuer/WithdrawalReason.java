package org.gongxue.creditbank.issuer;

/** Why an issuer leaves the register. */
public enum WithdrawalReason {
    /** 机构申请退出. */
    REQUESTED,
    /** 机构注销或合并. */
    CLOSED,
    /** 违规颁发证书. */
    IRREGULARITIES
}
