package org.gongxue.events.reward;

/** 回盘: a result file of the bank was read; {@code fileDigest} is its SHA-256 in lower-case hex. */
public record PaymentResultsImported(
        String batchId,
        String fileDigest,
        int rows,
        int paid,
        int returned,
        int repeated,
        int unknown,
        String importedBy)
        implements PaymentBatchEvent {}
