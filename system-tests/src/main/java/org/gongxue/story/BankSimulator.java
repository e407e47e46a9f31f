package org.gongxue.story;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A bank that knows nothing but the file it was given: it pays every line, and answers with a result file. */
final class BankSimulator {

    private static final List<String> RESULT_HEADINGS = List.of("业务编号", "状态", "失败原因", "银行流水号", "时间");

    /** What the bank read in the exported file. */
    record Instruction(String name, String account, String bankCode, long amountFen, String reference) {}

    private BankSimulator() {}

    /** Reads the payment instructions of an exported batch. */
    static List<Instruction> read(byte[] exported) {
        List<List<String>> rows = Workbooks.read(exported);
        List<String> headings = rows.getFirst();
        List<Instruction> instructions = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            String reference = row.get(headings.indexOf("业务编号"));
            if (!reference.isBlank()) {
                instructions.add(new Instruction(
                        row.get(headings.indexOf("户名")),
                        row.get(headings.indexOf("账号")),
                        row.get(headings.indexOf("联行号")),
                        fen(row.get(headings.indexOf("金额"))),
                        reference));
            }
        }
        return instructions;
    }

    /** Pays all instructions on one day, and reports it as the bank's result file. */
    static byte[] payAll(List<Instruction> instructions, LocalDate on) {
        return settle(instructions, Set.of(), on);
    }

    /** Pays on one day what does not go to a closed account, returns the rest, and reports both. */
    static byte[] settle(List<Instruction> instructions, Set<String> closedAccounts, LocalDate on) {
        String stamp = on.format(DateTimeFormatter.BASIC_ISO_DATE);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < instructions.size(); i++) {
            Instruction instruction = instructions.get(i);
            boolean closed = closedAccounts.contains(instruction.account());
            rows.add(List.of(
                    instruction.reference(),
                    closed ? "失败" : "成功",
                    closed ? "账户已销户" : "",
                    String.format(Locale.ROOT, "BANK%s%06d", stamp, i + 1),
                    on + " 10:00:00"));
        }
        return Workbooks.write("回盘", RESULT_HEADINGS, rows);
    }

    /** The amount of a text cell in yuan with two decimals, in fen. */
    private static long fen(String yuan) {
        return new BigDecimal(yuan.replace(",", "")).movePointRight(2).longValueExact();
    }
}
