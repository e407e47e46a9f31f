package org.gongxue.events.reward;

/** What a journal entry is for. */
public enum JournalReason {
    /** 拨款: external to available. */
    APPROPRIATION,
    /** 占用: available to held. */
    HOLD,
    /** 释放: held to available. */
    RELEASE,
    /** 应付: held to payable, at approval. */
    OBLIGATION,
    /** 付出: payable to in transit, for a whole batch. */
    TRANSFER,
    /** 付讫: in transit to paid. */
    PAYMENT,
    /** 退票: in transit, or paid, back to payable. */
    RETURN,
    /** 取消: payable to available. */
    CANCELLATION,
    /** 应收: paid to receivable. */
    CLAIM,
    /** 追回: receivable to available. */
    RECOVERY
}
