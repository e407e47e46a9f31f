package org.gongxue.reward.audit.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.audit.Explanation;
import org.gongxue.reward.audit.Explanation.Attempt;
import org.gongxue.reward.audit.Explanation.Decided;
import org.gongxue.reward.audit.Explanation.Entry;
import org.jspecify.annotations.Nullable;

/** 底稿: the auditor's sheet, one row for each payment attempt, or one for an entitlement that was never paid. All cells are text. */
final class Workpaper {

    private static final List<String> COLUMNS =
            List.of("业务编号", "政策版本", "依据事件序号", "经办", "复核", "应付", "已付", "银行流水号", "凭证号", "疑点");

    private final Explanation explained;

    private Workpaper(Explanation explained) {
        this.explained = explained;
    }

    /** The sheet's bytes. */
    static byte[] write(Explanation explained) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("底稿");
            fill(sheet, COLUMNS);
            new Workpaper(explained).rows().forEach(row -> fill(sheet, row));
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
    }

    private static void fill(Sheet sheet, List<String> values) {
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (var i = 0; i < values.size(); i++) {
            row.createCell(i).setCellValue(values.get(i));
        }
    }

    private List<List<String>> rows() {
        return explained.attempts().isEmpty()
                ? List.of(row(null))
                : explained.attempts().stream().map(this::row).toList();
    }

    private List<String> row(@Nullable Attempt attempt) {
        var batch = attempt == null ? null : attempt.batch();
        var bank = attempt == null ? null : attempt.bank();
        return List.of(
                attempt == null ? explained.entitlementId() : attempt.paymentId(),
                explained.policy().policyId() + " " + explained.policy().version(),
                explained.inputs().stream()
                        .map(input ->
                                input.source().service() + "/" + input.source().index())
                        .collect(Collectors.joining(" ")),
                batch == null ? "" : batch.maker(),
                batch == null ? "" : Objects.requireNonNullElse(batch.checker(), ""),
                yuan(attempt == null ? owedFen() : attempt.amountFen()),
                yuan(isPaid(attempt) ? Objects.requireNonNull(attempt).amountFen() : 0),
                bank == null ? "" : Objects.requireNonNullElse(bank.bankReference(), ""),
                explained.entries().stream().map(Entry::entryId).collect(Collectors.joining(" ")),
                String.join("；", doubts(attempt)));
    }

    private static boolean isPaid(@Nullable Attempt attempt) {
        return attempt != null
                && attempt.bank() != null
                && attempt.bank().state().equals("paid");
    }

    /** What was approved last, 0 when nothing was. */
    private long owedFen() {
        return explained.decisions().stream()
                .filter(d -> d.outcome().equals("approved") && d.assessed() != null)
                .mapToLong(d -> Objects.requireNonNull(d.assessed()).amountFen())
                .reduce(0, (_, later) -> later);
    }

    /** 疑点: what an auditor would ask about first. None proves a fault, and their absence proves nothing. */
    private List<String> doubts(@Nullable Attempt attempt) {
        var doubts = new ArrayList<String>();
        if (attempt != null) {
            if (attempt.batch().maker().equals(attempt.batch().checker())) {
                doubts.add("经办与复核为同一人");
            }
            if (isBeforeItsApproval(attempt)) {
                doubts.add("先付后批");
            }
        }
        explained
                .corrections()
                .forEach(c -> doubts.add(
                        switch (c.what()) {
                            case "returned" -> "退票 " + c.reasonCode();
                            case "revoked" -> "依据撤销 " + c.reasonCode();
                            case "cancelled" -> "取消 " + c.reasonCode();
                            case "recovery-ordered" -> "追回 " + c.reasonCode();
                            default -> "已追回 " + yuan(Objects.requireNonNullElse(c.amountFen(), 0L));
                        }));
        return doubts;
    }

    private boolean isBeforeItsApproval(Attempt attempt) {
        var bank = attempt.bank();
        return bank != null
                && explained.decisions().stream()
                        .filter(d -> d.outcome().equals("approved"))
                        .map(Decided::events)
                        .map(events ->
                                BusinessCalendar.shanghaiDate(events.getFirst().occurredAt()))
                        .noneMatch(approvedOn -> !bank.on().isBefore(approvedOn));
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
