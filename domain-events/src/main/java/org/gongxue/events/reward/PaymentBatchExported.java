package org.gongxue.events.reward;

/** The bank file was written; {@code fileDigest} is its SHA-256 in lower-case hex. May happen any number of times. */
public record PaymentBatchExported(
        String batchId, String template, String fileDigest, int lines, long totalFen, String exportedBy)
        implements PaymentBatchEvent {}
