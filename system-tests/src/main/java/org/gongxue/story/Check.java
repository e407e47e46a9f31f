package org.gongxue.story;

/**
 * One number or word of the story, as it must be and as the house answers.
 *
 * @param name what is compared
 * @param expected the value the story requires
 * @param found the value the house gave
 */
public record Check(String name, String expected, String found) {

    /** Whether the house answered what the story requires. */
    public boolean holds() {
        return expected.equals(found);
    }
}
