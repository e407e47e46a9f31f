package org.gongxue.verify;

/** The verdict on a pack. What could not be checked is never a pass. */
public enum Verdict {
    /** Everything was there and is proven. */
    PASSED(0),
    /** Something is not what it must be. */
    FAILED(1),
    /** Nothing is wrong, but something could not be checked. */
    INCOMPLETE(3);

    /** What a program ends with that was called wrongly. */
    static final int MISUSED = 2;

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** What the command ends with. */
    public int exitCode() {
        return exitCode;
    }
}
