package org.gongxue.story;

import java.util.ArrayList;
import java.util.List;

/** The checks of one act, in the order in which they were made. */
public final class Checks {

    private final List<Check> made = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Notes a value beside the one the story requires; both are compared as text. */
    public void that(String name, Object expected, Object found) {
        made.add(new Check(name, expected.toString(), found.toString()));
    }

    /** Notes an amount beside the one the story requires, both in fen, printed in yuan. */
    public void money(String name, long expectedFen, long foundFen) {
        that(name, Yuan.of(expectedFen), Yuan.of(foundFen));
    }

    /** Notes something worth knowing that the story requires no value for. */
    public void note(String text) {
        notes.add(text);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    List<Check> made() {
        return List.copyOf(made);
    }
}
