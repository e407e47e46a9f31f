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
     * Plays all acts. An act that cannot be played to its end is the last one, and one of its checks says so.
     *
     * @param policy the tuition policy's document
     */
    public StoryReport play(JsonNode policy) {
        long started = System.nanoTime();
        try {
            playUpToPayment(policy);
            double seconds = secondsSince(started);
            Replay replay = act("replay", checks -> new ReplayLog(house, checks).play());
            return new StoryReport(List.copyOf(acts), eventCounts(), replay, seconds, null);
        } catch (RuntimeException e) {
            return new StoryReport(List.copyOf(acts), Map.of(), Replay.NOT_RUN, secondsSince(started), e);
        }
    }

    private void playUpToPayment(JsonNode policy) {
        Cast cast = new Cast();
        GraduationFile file = new GraduationFile(cast);
        perform("rules and money", checks -> new SetRulesAndMoney(house, checks, policy).play());
        Cohort cohort = act("degree 2015", checks -> {
            Cohort enrolled = new RunIntake(house, checks, cast, Intake.OF_2015).play();
            new RecordStudies(house, checks, cast).play();
            return enrolled;
        });
        perform("conversion", checks -> new ConvertCertificates(house, checks, cast).play());
        perform("graduation", checks -> new Graduate(house, checks, cohort, file, listener).play());
        perform("owed, not paid", checks -> new LookAtWhatIsOwed(house, checks, cast).play());
        perform("payment", checks -> new PayRefunds(house, checks, cast).play());
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
            Act act = new Act(name, checks.made(), secondsSince(started));
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
