package org.gongxue.local.part;

import org.gongxue.local.Part;
import org.gongxue.local.process.Launch;
import org.gongxue.local.process.Progress;

/** How one process of the campus comes to life. The steps are taken in the order of the methods. */
public interface CampusPart {
    Part part();

    /** Brings what the program needs and no other process gives: unpacked programs, a formatted data folder, files. */
    void prepare(Progress.Step step);

    /** How the program is started. */
    Launch launch();

    /** Whether the started program can do its work. Asked again and again; answers within seconds and changes nothing. */
    boolean isReady();

    /** Makes what the program's users expect to find in it. Harmless when it is there already. */
    default void furnish() {}
}
