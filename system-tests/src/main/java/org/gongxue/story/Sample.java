package org.gongxue.story;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gongxue.local.BuiltTree;
import org.gongxue.local.Campus;
import org.gongxue.local.CampusAccess;
import org.gongxue.local.CampusException;
import org.gongxue.local.Home;

/** {@code campus up --sample}: loads the small world into the campus that runs in {@code CAMPUS_HOME}. */
public final class Sample {

    private Sample() {}

    /** Loads the world, once; a campus that has it already is left as it is. */
    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            BuiltTree tree = BuiltTree.find();
            Home home = Home.fromEnvironment(System.getenv(), tree);
            load(Campus.attach(home), tree, home.folder().resolve("sample"), out);
        } catch (CampusException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void load(CampusAccess campus, BuiltTree tree, Path folder, PrintStream out) throws IOException {
        try (House house = new House(URI.create(campus.url()), campus::token)) {
            if (house.as(Staff.ADMINISTRATOR)
                    .readAll(Paths.ENROLLMENT + "units")
                    .isEmpty()) {
                new SampleWorld(house).make(PolicyFiles.of(tree), folder);
            }
        }
        out.println("The sample world is there. Sign in as");
        SampleWorld.GUIDE.forEach((account, standing) -> out.println("  " + account + "  " + standing));
        out.println("A graduation file to drag into /school as " + Staff.REGISTRAR + " is in " + folder);
    }
}
