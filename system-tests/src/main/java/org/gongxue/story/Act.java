package org.gongxue.story;

import java.util.List;

/**
 * One act as it was played.
 *
 * @param name the act's name, as printed
 * @param checks what it compared
 * @param notes what else is worth knowing, such as rates
 * @param seconds how long it took
 */
public record Act(String name, List<Check> checks, List<String> notes, double seconds) {

    /** Whether the house answered everything as required. */
    public boolean holds() {
        return checks.stream().allMatch(Check::holds);
    }
}
