package org.gongxue.creditbank.conversion;

/** What became of a conversion. */
public enum ConversionState {
    /** 已转换: its credits count. */
    CONVERTED,
    /** 未转换. */
    REFUSED,
    /** 已冲正: its credits no longer count. */
    REVERSED
}
