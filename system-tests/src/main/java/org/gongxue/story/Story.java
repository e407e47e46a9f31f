package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The story from the rules to the audit, act after act, on a house that is empty and keeps a simulated calendar. */
public final class Story {

    private static final List<String> SERVICES = List.of("enrollment", "credit-bank", "reward");

    private final House house;
    private final StoryListener listener;
    private final List<Act> acts = new ArrayList<>();

    /** A story to be played once. */
    public Story(House house, StoryListener listener) {
        this.house = house;
        this.listener = listener;
    }

    /**
     * Plays all acts.
     *
     * @param policy the tuition policy's document
     */
    public StoryReport play(JsonNode policy) {
        long started = System.nanoTime();
        Cast cast = new Cast();
        perform("rules and money", checks -> new SetRulesAndMoney(house, checks, policy).play());
        Cohort cohort = act("degree 2015", checks -> {
            Cohort enrolled = new RunIntake(house, checks, cast, Intake.OF_2015).play();
            new RecordStudies(house, checks, cast).play();
            return enrolled;
        });
        perform("conversion", checks -> new ConvertCertificates(house, checks, cast).play());
        GraduationFile file = new GraduationFile(cast);
        perform("graduation", checks -> new Graduate(house, checks, cohort, file, listener).play());
        perform("owed, not paid", checks -> new LookAtWhatIsOwed(house, checks, cast).play());
        perform("payment", checks -> new PayRefunds(house, checks, cast).play());
        double seconds = (System.nanoTime() - started) / 1e9;
        Replay replay = act("replay", checks -> new ReplayLog(house, checks).play());
        return new StoryReport(List.copyOf(acts), eventCounts(), replay, seconds);
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
        T result = body.apply(checks);
        Act act = new Act(name, checks.made(), (System.nanoTime() - started) / 1e9);
        acts.add(act);
        listener.afterAct(act);
        return result;
    }

    private Map<String, Long> eventCounts() {
        Map<String, Long> counts = new TreeMap<>();
        for (String service : SERVICES) {
            counts.put(service, house.position(service).path("lastIndex").asLong());
        }
        return counts;
    }
}
