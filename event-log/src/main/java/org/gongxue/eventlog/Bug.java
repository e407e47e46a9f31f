package org.gongxue.eventlog;

/** Tells a bug met by one request from a machine that is at its end, which says nothing about the request at hand. */
final class Bug {

    private Bug() {}

    /**
     * What was thrown, if it is a bug.
     *
     * @throws VirtualMachineError what was thrown, if it is not: memory that ran out, say. A stack that ran out is a bug
     */
    static Throwable of(Throwable thrown) {
        if (thrown instanceof VirtualMachineError machine && !(machine instanceof StackOverflowError)) {
            throw machine;
        }
        return thrown;
    }
}
