package org.gongxue.reward.payment.edge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongxue.eventlog.Outcome;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.Messages;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.reward.entitlement.edge.PaymentAttemptRow;
import org.gongxue.reward.payment.PaymentCommand;
import org.gongxue.reward.payment.PaymentCommand.NoteResults;
import org.gongxue.reward.payment.PaymentCommand.ResultRow;
import org.gongxue.reward.payment.PaymentCommand.RowStatus;
import org.gongxue.reward.payment.PaymentCommand.SettleResults;
import org.gongxue.reward.payment.PaymentCommand.SettledAnswer;
import org.gongxue.reward.payment.edge.ResultFile.Content;
import org.gongxue.reward.payment.edge.ResultFile.Fault;
import org.gongxue.reward.payment.edge.ResultFile.Said;
import org.jspecify.annotations.Nullable;

/** Takes a bank's result file in: understood rows settle payments, the others are named with what to do about them. */
final class ResultImport {

    /**
     * What became of a file.
     *
     * @param lines rows with content
     * @param unknown rows about payments that are not in this batch
     * @param contradicting rows that say paid of what the bank sent back, or of what it paid already
     * @param refused rows that could not be taken
     * @param problems the unknown, the contradicting and the refused, row by row
     */
    record Receipt(
            int lines,
            int paid,
            int returned,
            int repeated,
            int unknown,
            int contradicting,
            int refused,
            List<RowProblem> problems) {}

    /** A row that changed nothing, and why; {@code mend} says what to do. */
    record RowProblem(
            int row,
            String paymentNumber,
            @Nullable String column,
            @Nullable String value,
            String code,
            String reason,
            String mend) {}

    private final Commands commands;
    private final String batchId;
    private final BankTemplate template;
    private final Locale locale;
    private final Map<RowStatus, Integer> counts = new EnumMap<>(RowStatus.class);
    private final List<RowProblem> problems = new ArrayList<>();

    ResultImport(Commands commands, String batchId, BankTemplate template, Locale locale) {
        this.commands = commands;
        this.batchId = batchId;
        this.template = template;
        this.locale = locale;
    }

    /** Reads and settles; may be done any number of times. */
    Receipt take(byte[] file) {
        var content = ResultFile.read(file, template);
        content.faults().forEach(this::problem);
        settle(content.said());
        var refused = content.faults().size() + count(RowStatus.IMPOSSIBLE_TIME) + count(RowStatus.UNDER_RECOVERY);
        note(content, BatchExport.digest(file));
        problems.sort(Comparator.comparingInt(RowProblem::row));
        return new Receipt(
                content.rows(),
                count(RowStatus.PAID),
                count(RowStatus.RETURNED),
                count(RowStatus.REPEATED),
                count(RowStatus.UNKNOWN),
                count(RowStatus.CONTRADICTS),
                refused,
                List.copyOf(problems));
    }

    /** Settles the rows whose payment exists. */
    private void settle(List<Said> said) {
        var entitlements = entitlements(said);
        var rows = new ArrayList<Said>();
        for (var row : said) {
            if (entitlements.containsKey(row.paymentNumber())) {
                rows.add(row);
            } else {
                count(row, RowStatus.UNKNOWN);
            }
        }
        var settlements = new ArrayList<SettleResults>();
        for (var from = 0; from < rows.size(); from += PaymentCommand.ROWS_MAX) {
            var chunk = rows.subList(from, Math.min(from + PaymentCommand.ROWS_MAX, rows.size()));
            settlements.add(new SettleResults(
                    batchId,
                    chunk.stream()
                            .map(r -> new ResultRow(
                                    entitlements.getOrDefault(r.paymentNumber(), ""),
                                    r.paymentNumber(),
                                    r.failureCode(),
                                    r.bankReference(),
                                    r.at()))
                            .toList()));
        }
        var ordinal = 0;
        for (var outcome : commands.submitAll(settlements)) {
            for (var status : statuses(outcome)) {
                count(rows.get(ordinal++), status);
            }
        }
    }

    /** Whose payments the numbers are. */
    private static Map<String, String> entitlements(List<Said> said) {
        var numbers = said.stream().map(Said::paymentNumber).distinct().toList();
        var entitlements = new HashMap<String, String>();
        for (var from = 0; from < numbers.size(); from += PaymentCommand.ROWS_MAX) {
            PaymentAttemptRow.numbered(numbers.subList(from, Math.min(from + PaymentCommand.ROWS_MAX, numbers.size())))
                    .forEach(a -> entitlements.put(a.paymentNumber, a.entitlementId));
        }
        return entitlements;
    }

    private static List<RowStatus> statuses(Outcome outcome) {
        var refusal = outcome.refusal();
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
        return Commands.answer(outcome, SettledAnswer.class).statuses();
    }

    /** Every import is noted; no balance changes when a file comes again. */
    private void note(Content content, String digest) {
        commands.run(new NoteResults(
                batchId,
                digest,
                content.rows(),
                count(RowStatus.PAID),
                count(RowStatus.RETURNED),
                count(RowStatus.REPEATED),
                count(RowStatus.UNKNOWN)));
    }

    private void count(Said row, RowStatus status) {
        counts.merge(status, 1, Integer::sum);
        switch (status) {
            case UNKNOWN -> problem(row, template.results().paymentNumber(), row.paymentNumber(), "PAYMENT_UNKNOWN");
            case CONTRADICTS -> problem(row, template.results().status(), row.paymentNumber(), "RESULT_CONTRADICTS");
            case IMPOSSIBLE_TIME ->
                problem(row, template.results().time(), row.at().toString(), "IMPOSSIBLE_TIME");
            case UNDER_RECOVERY ->
                problem(row, template.results().paymentNumber(), row.paymentNumber(), "UNDER_RECOVERY");
            case PAID, RETURNED, REPEATED -> {}
        }
    }

    private void problem(Said row, String column, String value, String code) {
        problem(row.sheetRow(), row.paymentNumber(), column, value, code, batchId);
    }

    private void problem(Fault fault) {
        problem(fault.sheetRow(), fault.paymentNumber(), fault.column(), fault.value(), fault.code(), fault.needed());
    }

    private void problem(int row, String paymentNumber, String column, String value, String code, String needed) {
        var facts = Map.of("column", column, "value", value, "needed", needed);
        problems.add(new RowProblem(
                row,
                paymentNumber,
                column,
                value,
                code,
                Messages.text(code, facts, locale),
                Messages.text(code + ".mend", facts, locale)));
    }

    private int count(RowStatus status) {
        return counts.getOrDefault(status, 0);
    }
}
