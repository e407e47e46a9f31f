package org.gongxue.local;

import java.util.Map;
import java.util.Set;
import org.gongxue.local.process.Progress;

/**
 * What kind of campus to start.
 *
 * @param tree the built source tree it runs from
 * @param home its data folder
 * @param ports its ports
 * @param calendar who opens business days
 * @param parts which processes; {@link Part#standard()} but in tests of this module
 * @param throwAway whether the home is removed when the campus closes
 * @param progress where the start is reported
 */
public record CampusConfig(
        BuiltTree tree,
        Home home,
        Ports ports,
        Calendar calendar,
        Set<Part> parts,
        boolean throwAway,
        Progress progress) {

    /** Who opens business days: the wall clock in Asia/Shanghai, or an administrator by hand. */
    public enum Calendar {
        WALL,
        SIMULATED
    }

    /** The lasting campus of this source tree, by `CAMPUS_HOME` and `CAMPUS_PORT`, on the wall clock. */
    public static CampusConfig lasting(Map<String, String> environment, Progress progress) {
        BuiltTree tree = BuiltTree.find();
        return new CampusConfig(
                tree,
                Home.fromEnvironment(environment, tree),
                Ports.fromEnvironment(environment),
                Calendar.WALL,
                Part.standard(),
                false,
                progress);
    }

    /** A campus in a folder of its own, on free ports (or on `CAMPUS_PORT`), with days opened by hand; closing it removes the folder. */
    public static CampusConfig throwAway(Map<String, String> environment, Progress progress) {
        return new CampusConfig(
                BuiltTree.find(),
                ThrowAwayHome.make(),
                environment.getOrDefault("CAMPUS_PORT", "").isBlank()
                        ? Ports.free()
                        : Ports.fromEnvironment(environment),
                Calendar.SIMULATED,
                Part.standard(),
                true,
                progress);
    }

    /** The same, but the folder stays when the campus closes. */
    public CampusConfig kept() {
        return new CampusConfig(tree, home, ports, calendar, parts, false, progress);
    }

    /** The same on these ports. */
    CampusConfig on(Ports others) {
        return new CampusConfig(tree, home, others, calendar, parts, throwAway, progress);
    }

    public CampusConfig with(Calendar other) {
        return new CampusConfig(tree, home, ports, other, parts, throwAway, progress);
    }

    /** The same with these processes only. */
    public CampusConfig only(Set<Part> some) {
        return new CampusConfig(tree, home, ports, calendar, some, throwAway, progress);
    }
}
