package org.gongxue.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The story from the rules to the audit, act after act, on a house that is empty and keeps a simulated calendar. */
public final class Story {

    private static final List<String> SERVICES = List.of("enrollment", "credit-bank", "reward");

    /** The version of the skill policy in the source tree. */
    private static final int SKILL_VERSION = 1;

    private final House house;
    private final StoryListener listener;
    private final List<Act> acts = new ArrayList<>();

    /** A story to be played once. */
    public Story(House house, StoryListener listener) {
        this.house = house;
        this.listener = listener;
    }

    /** Plays all acts. An act that cannot be played to its end is the last one, and one of its checks says so. */
    public StoryReport play(PolicyFiles policies) {
        long started = System.nanoTime();
        try {
            playUpToPayment(policies);
            double seconds = secondsSince(started);
            Replay replay = act("replay", checks -> new ReplayLog(house, checks).play());
            return new StoryReport(List.copyOf(acts), eventCounts(), replay, seconds, null);
        } catch (RuntimeException e) {
            return new StoryReport(List.copyOf(acts), Map.of(), Replay.NOT_RUN, secondsSince(started), e);
        }
    }

    private void playUpToPayment(PolicyFiles policies) {
        Cast cast = new Cast();
        RecordStudies studies = new RecordStudies(house, cast);
        GraduationFile file = new GraduationFile(cast);
        SkillPlan skills = SkillPlan.full();
        SkillDesk desk = new SkillDesk(house);
        perform("rules and money", checks -> new SetRulesAndMoney(house, checks, policies).play());
        Cohort cohort = act("degree 2015", checks -> {
            Cohort enrolled = new RunIntake(house, checks, cast, Intake.OF_2015).play();
            studies.payTuition();
            return enrolled;
        });
        perform("skill workers", checks -> new RegisterSkillWorkers(house, checks, skills, desk).play());
        reward(skills.years().get(0), desk);
        perform("studies 2016", studies::withdraw);
        reward(skills.years().get(1), desk);
        perform("studies 2017", studies::finishTerm);
        perform("conversion", checks -> new ConvertCertificates(house, checks, cast).play());
        reward(skills.years().get(2), desk);
        perform("graduation", checks -> new Graduate(house, checks, cohort, file, listener).play());
        perform("owed, not paid", checks -> new LookAtWhatIsOwed(house, checks, cast, skills).play());
        perform("skills closed", checks -> new CloseSkills(house, checks, skills).play());
        perform("payment", checks -> new PayRefunds(house, checks, cast).play());
    }

    private void reward(SkillYear year, SkillDesk desk) {
        perform("skills " + year.year(), checks -> new RewardSkills(house, checks, desk, year, SKILL_VERSION).play());
    }

    private void perform(String name, Consumer<Checks> body) {
        act(name, checks -> {
            body.accept(checks);
            return name;
        });
    }

    private <T> T act(String name, Function<Checks, T> body) {
        listener.beforeAct(name);
        long started = System.nanoTime();
        Checks checks = new Checks();
        try {
            return body.apply(checks);
        } catch (RuntimeException e) {
            checks.that("played to its end", "yes", "no: " + e.getMessage());
            throw e;
        } finally {
            Act act = new Act(name, checks.made(), checks.notes(), secondsSince(started));
            acts.add(act);
            listener.afterAct(act);
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private Map<String, Long> eventCounts() {
        Map<String, Long> counts = new TreeMap<>();
        for (String service : SERVICES) {
            counts.put(service, house.position(service).path("lastIndex").asLong());
        }
        return counts;
    }
}
