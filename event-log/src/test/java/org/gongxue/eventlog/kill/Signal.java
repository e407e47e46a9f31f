package org.gongxue.eventlog.kill;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/** Signals, sent by the system call itself: a program {@code kill} would come a thousand times too late. */
enum Signal {
    /** Looks whether the process is there. */
    NONE(0),
    KILL(9),
    CONTINUE(18),
    STOP(19);

    /** The state of a process that stands still. */
    static final char STOPPED = 'T';

    /** The state of a process that is no more, whether or not its parent has noticed. */
    static final char DEAD = 'Z';

    private static final MethodHandle SYSTEM_KILL = link();

    private final int number;

    Signal(int number) {
        this.number = number;
    }

    @SuppressWarnings("restricted") // a call into the C library, of which nothing but integers go out and in
    private static MethodHandle link() {
        Linker linker = Linker.nativeLinker();
        var twoIntsToInt = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        return linker.downcallHandle(linker.defaultLookup().findOrThrow("kill"), twoIntsToInt);
    }

    /** Sends it; false if there is no such process any more. */
    boolean send(long pid) {
        try {
            return (int) SYSTEM_KILL.invokeExact((int) pid, number) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The state of a process as Linux tells it. */
    static char state(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2);
        } catch (IOException gone) {
            return DEAD;
        }
    }
}
