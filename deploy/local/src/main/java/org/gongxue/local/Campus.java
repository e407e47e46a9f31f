package org.gongxue.local;

import java.util.List;

/**
 * The campus on this machine. Programs start one with {@link #start} or find one that runs with {@link #attach}; people
 * use the script `campus`, which calls {@link #main}.
 */
public final class Campus {
    private Campus() {}

    /**
     * Starts all processes and returns when they are ready.
     *
     * @throws CampusException when something is in the way or a process fails; then nothing is left running
     */
    public static RunningCampus start(CampusConfig config) {
        return new Startup(config).run();
    }

    /**
     * The campus that runs in a home, whoever started it.
     *
     * @throws CampusException when none runs there
     */
    public static CampusAccess attach(Home home) {
        return home.recordedPorts()
                .filter(ports -> !Census.of(home).isEmpty())
                .map(ports -> new CampusAccess(home, ports))
                .orElseThrow(() ->
                        new CampusException("no campus runs in " + home.folder() + ": start it with ./campus up"));
    }

    /** What the script calls. Exit code 0: done; 1: failed, and said why; 2: not understood; 3: (status) not all is up. */
    public static void main(String[] arguments) {
        int code;
        try {
            code = new Commands(System.getenv(), System.out).run(List.of(arguments));
        } catch (CampusException e) {
            System.err.println("campus: " + e.getMessage());
            code = 1;
        }
        System.exit(code);
    }
}
