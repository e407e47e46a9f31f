package org.gongxue.events.creditbank;

/** Which numbering a certificate follows. */
public enum CertificateForm {
    /** 16 位（2015–2017 等） */
    DIGITS_16,
    /** 22 位 */
    CHARACTERS_22,
    /** 资格证书、竞赛证书等自有编号，编号本身不含等级与年份 */
    OTHER
}
