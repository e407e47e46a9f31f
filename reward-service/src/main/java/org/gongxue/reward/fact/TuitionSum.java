package org.gongxue.reward.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongxue.events.enrollment.TuitionReceiptRecorded;
import org.jspecify.annotations.Nullable;

/** All tuition receipts of one enrollment, added up in fen; a receipt number counts once. */
public record TuitionSum(
        long dueFen,
        long waivedFen,
        long paidFen,
        long refundedFen,
        LocalDate lastPaidOn,
        List<String> receiptNumbers) {

    public TuitionSum {
        receiptNumbers = List.copyOf(receiptNumbers);
    }

    static TuitionSum plus(@Nullable TuitionSum sum, TuitionReceiptRecorded receipt) {
        if (sum == null) {
            return new TuitionSum(
                    receipt.dueFen(),
                    receipt.waivedFen(),
                    receipt.paidFen(),
                    receipt.refundedFen(),
                    receipt.paidOn(),
                    List.of(receipt.receiptNumber()));
        }
        if (sum.receiptNumbers.contains(receipt.receiptNumber())) {
            return sum;
        }
        var numbers = new ArrayList<>(sum.receiptNumbers);
        numbers.add(receipt.receiptNumber());
        return new TuitionSum(
                Math.addExact(sum.dueFen, receipt.dueFen()),
                Math.addExact(sum.waivedFen, receipt.waivedFen()),
                Math.addExact(sum.paidFen, receipt.paidFen()),
                Math.addExact(sum.refundedFen, receipt.refundedFen()),
                receipt.paidOn().isAfter(sum.lastPaidOn) ? receipt.paidOn() : sum.lastPaidOn,
                numbers);
    }
}
