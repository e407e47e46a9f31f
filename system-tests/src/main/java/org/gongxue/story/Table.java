package org.gongxue.story;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The checks as a table for people: expected, found, and whether they agree. */
final class Table {

    private static final List<String> HEADINGS = List.of("check", "expected", "found");

    private Table() {}

    /** Prints the acts one below the other. */
    static void print(List<Act> acts, PrintStream out) {
        List<Check> all = acts.stream().flatMap(act -> act.checks().stream()).toList();
        int name = widest(HEADINGS.get(0), all.stream().map(Check::name).toList());
        int expected = widest(HEADINGS.get(1), all.stream().map(Check::expected).toList());
        int found = widest(HEADINGS.get(2), all.stream().map(Check::found).toList());
        String rule = "─".repeat(name + expected + found + 12);
        out.println();
        out.println(line(HEADINGS.get(0), name, HEADINGS.get(1), expected, HEADINGS.get(2), found, " "));
        for (Act act : acts) {
            out.println(rule);
            out.println(String.format(Locale.ROOT, "%s (%.1f s)", act.name(), act.seconds()));
            act.notes().forEach(note -> out.println("  " + note));
            for (Check check : act.checks()) {
                out.println(line(
                        check.name(),
                        name,
                        check.expected(),
                        expected,
                        check.found(),
                        found,
                        check.holds() ? "✓" : "✗"));
            }
        }
        out.println(rule);
    }

    private static String line(
            String name, int nameWidth, String expected, int expectedWidth, String found, int foundWidth, String mark) {
        return "  " + padded(name, nameWidth) + " │ " + padded(expected, expectedWidth) + " │ "
                + padded(found, foundWidth) + " │ " + mark;
    }

    private static int widest(String heading, List<String> texts) {
        return texts.stream().mapToInt(Table::columns).reduce(columns(heading), Math::max);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - columns(text));
    }

    /** How many columns a terminal gives a text: two for each Chinese character and full-width mark. */
    private static int columns(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 && c <= 0xFFEF ? 2 : 1).sum();
    }
}
