package org.gongxue.story;

import com.microsoft.playwright.Page;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.gongxue.local.Campus;
import org.gongxue.local.CampusConfig;
import org.gongxue.local.RunningCampus;
import org.gongxue.local.identity.Secrets;
import org.gongxue.local.process.Progress;
import org.jspecify.annotations.Nullable;

/**
 * One campus and one run of the story, shared by all system tests of a build. In it the reward service is killed in the
 * middle of the graduation act, and a learner looks at the own page while the refund is owed and not paid.
 */
final class DemoRun implements AutoCloseable {

    private final RunningCampus campus;
    private final House house;
    private final Portal portal;
    private final CrashDuringRelease crash;
    private final DemoReport report;
    private @Nullable SkillsOf2018 skills;
    private String ownPageWhileOwed = "";

    DemoRun() {
        campus = Campus.start(CampusConfig.throwAway(System.getenv(), Progress.standard()));
        house = new House(URI.create(campus.url()), campus::token);
        portal = new Portal(URI.create(campus.url()), new Secrets(campus.home().secrets()).samplePassword());
        crash = new CrashDuringRelease(campus, house);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        report = Demo.play(campus, new Spectator(), out);
        report.print(out);
        if (report.story().failure() != null) {
            close();
            throw report.story().failure();
        }
    }

    /** Breaks and looks between the acts. */
    private final class Spectator implements StoryListener {

        @Override
        public void duringRelease() {
            crash.crash();
        }

        @Override
        public void afterAct(Act act) {
            if (act.name().equals("owed, not paid")) {
                Page page = portal.signIn(Synthetic.phone(Cast.PLAIN_GRADUATE), "/me", Portal.PHONE);
                page.waitForSelector("text=8,000.00");
                Portal.picture(page, "me-approved-390");
                ownPageWhileOwed = page.innerText("body");
                page.context().close();
            }
        }
    }

    URI door() {
        return URI.create(campus.url());
    }

    House house() {
        return house;
    }

    RunningCampus campus() {
        return campus;
    }

    /** The year after the story, made when a test first asks for it. */
    synchronized SkillsOf2018 skills() {
        SkillsOf2018 known = skills;
        if (known == null) {
            known = new SkillsOf2018(house);
            skills = known;
        }
        return known;
    }

    Portal portal() {
        return portal;
    }

    DemoReport report() {
        return report;
    }

    CrashDuringRelease crash() {
        return crash;
    }

    /** What a graduate read on the own page on 2017-12-31. */
    String ownPageWhileOwed() {
        return ownPageWhileOwed;
    }

    @Override
    public void close() {
        portal.close();
        house.close();
        campus.close();
    }
}
