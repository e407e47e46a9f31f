package org.gongxue.events.enrollment;

import java.time.LocalDate;

/** 学费: due = waived 减免 + paid; refunded 退费 is part of paid. All in fen. */
public record TuitionReceiptRecorded(
        String enrollmentId,
        String learnerId,
        String receiptNumber,
        long dueFen,
        long waivedFen,
        long paidFen,
        long refundedFen,
        LocalDate paidOn)
        implements EnrollmentEvent {}
