package org.gongxue.events.creditbank;

/** Which numbering a skill certificate follows. */
public enum CertificateForm {
    /** 16 位（2015–2017 等） */
    DIGITS_16,
    /** 22 位 */
    CHARACTERS_22
}
