package org.gongxue.eventlog.kill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.InputAccepted;
import org.gongxue.eventlog.Leaf;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.TopicRecord;

/** What is wrong with what remains: each function looks for the breach of one promise and tells every one it finds. */
final class Inspection {
    private Inspection() {}

    /** Everything that can be wrong. */
    static List<String> all(Remains remains) {
        return Stream.of(
                        acknowledgedIsThereOnce(remains),
                        answersAreTrue(remains),
                        isDense(remains.mint().events()),
                        isDense(remains.toy().events()),
                        topicIsTheLog(remains.mint()),
                        topicIsTheLog(remains.toy()),
                        inputsAreTakenOnce(remains),
                        readModelIsTheLogs(remains))
                .flatMap(Collection::stream)
                .toList();
    }

    /** Everything that can be wrong with a log that nobody publishes. */
    static List<String> ofOneLog(Remains remains) {
        return Stream.of(
                        acknowledgedIsThereOnce(remains),
                        answersAreTrue(remains),
                        isDense(remains.toy().events()),
                        readModelIsTheLogs(remains))
                .flatMap(Collection::stream)
                .toList();
    }

    /** Invariant 1: what somebody was told of is there, once, where they were told; nothing is there twice. */
    static List<String> acknowledgedIsThereOnce(Remains remains) {
        var found = new ArrayList<String>();
        Map<Integer, List<Long>> indexes = indexes(remains);
        indexes.forEach((deed, at) -> {
            if (at.size() > 1) {
                found.add("deed " + deed + " was done more than once: " + at);
            }
            if (!remains.timesHandedIn().containsKey(deed)) {
                found.add("deed " + deed + " was never handed in, and is at " + at);
            }
        });
        remains.told().forEach((deed, told) -> {
            List<Long> at = indexes.getOrDefault(deed, List.of());
            if (at.isEmpty()) {
                found.add("deed " + deed + " is lost: it was acknowledged as " + told);
            } else if (told.getFirst().firstIndex() != at.getFirst()
                    || told.getFirst().lastIndex() != at.getFirst()) {
                found.add("deed " + deed + " is at " + at + ", acknowledged as " + told);
            }
        });
        return found;
    }

    private static Map<Integer, List<Long>> indexes(Remains remains) {
        var indexes = new TreeMap<Integer, List<Long>>();
        for (Remains.Side side : List.of(remains.mint(), remains.toy())) {
            for (Envelope event : side.events()) {
                Remains.deeds(event)
                        .forEach(deed -> indexes.computeIfAbsent(deed, first -> new ArrayList<>())
                                .add(event.index()));
            }
        }
        return indexes;
    }

    /** Invariant 1: whoever asks again is told the same, and is told truly whether it is again. */
    static List<String> answersAreTrue(Remains remains) {
        var found = new ArrayList<String>();
        remains.told().forEach((deed, told) -> {
            if (told.stream().anyMatch(t -> !t.tellsTheSameAs(told.getFirst()))) {
                found.add("deed " + deed + " was answered differently: " + told);
            }
            if (told.stream().anyMatch(t -> t.accepted() != Deed.of(deed).isAccepted())) {
                found.add("deed " + deed + " was decided wrongly: " + told);
            }
            if (told.stream().filter(t -> !t.repeated()).count() > 1) {
                found.add("deed " + deed + " was told more than once to be done first now: " + told);
            }
            if (remains.timesHandedIn().getOrDefault(deed, 0) == 1
                    && told.getFirst().repeated()) {
                found.add("deed " + deed + " was handed in once and told to be repeated");
            }
        });
        remains.stood().forEach((deed, stood) -> {
            List<Told> told = remains.told().getOrDefault(deed, List.of());
            if (told.isEmpty() || told.getFirst().repeated() != stood) {
                found.add("deed " + deed + (stood ? " stood" : " did not stand") + " when it was asked again: " + told);
            }
        });
        return found;
    }

    /** Invariant 2: indexes and versions have no gap, and every event is what its leaf says. */
    static List<String> isDense(List<Envelope> events) {
        var found = new ArrayList<String>();
        var versions = new HashMap<StreamId, Integer>();
        for (int i = 0; i < events.size(); i++) {
            Envelope event = events.get(i);
            if (event.index() != i + 1) {
                found.add(event.service() + " has index " + event.index() + " where " + (i + 1) + " should be");
            }
            int version = versions.merge(event.stream(), 1, Integer::sum);
            if (event.version() != version) {
                found.add(event.stream() + " has version " + event.version() + " instead of " + version);
            }
            if (!Leaf.matches(event)) {
                found.add(event.service() + " " + event.index() + " is not what its leaf says");
            }
        }
        return found;
    }

    /** Invariant 2: the topic holds the log, each event once, in order and to the byte, every partition counted. */
    static List<String> topicIsTheLog(Remains.Side side) {
        var found = new ArrayList<String>();
        var lastIndex = new HashMap<Integer, Long>();
        var sequence = new HashMap<Integer, Long>();
        for (TopicRecord record : side.topic()) {
            long index = record.envelope().index();
            Long before = lastIndex.put(record.partition(), index);
            if (before != null && before >= index) {
                found.add("partition " + record.partition() + " has index " + index + " after " + before);
            }
            if (record.partitionSequence() != sequence.merge(record.partition(), 1L, Long::sum)) {
                found.add("partition " + record.partition() + " has sequence " + record.partitionSequence()
                        + " at index " + index);
            }
        }
        List<TopicRecord> byIndex = side.topic().stream()
                .sorted(Comparator.comparingLong(r -> r.envelope().index()))
                .toList();
        if (byIndex.size() != side.events().size()) {
            found.add("the topic has " + byIndex.size() + " events, the log "
                    + side.events().size());
        }
        for (int i = 0; i < Math.min(byIndex.size(), side.events().size()); i++) {
            if (!isSame(byIndex.get(i), side.events().get(i))) {
                found.add("topic and log differ at " + side.events().get(i).index());
            }
        }
        return found;
    }

    private static boolean isSame(TopicRecord record, Envelope event) {
        return Arrays.equals(record.envelope().leaf(), event.leaf())
                && Arrays.equals(record.envelope().data(), event.data())
                && Leaf.matches(record.envelope())
                && record.partition() == Rows.partition(event, TopicRows.PARTITIONS);
    }

    /** Invariant 3: the toy took each of the mint's coins in once, in the mint's order, as they were. */
    static List<String> inputsAreTakenOnce(Remains remains) {
        var found = new ArrayList<String>();
        List<String> sent = remains.mint().events().stream()
                .filter(event -> event.type().equals("mint.coins-minted"))
                .map(event -> event.index() + " " + Base64.getEncoder().encodeToString(event.leaf()))
                .toList();
        List<String> taken = remains.toy().events().stream()
                .filter(event -> event.type().equals(InputAccepted.TYPE))
                .map(Remains::json)
                .map(facts ->
                        facts.get("index").asLong() + " " + facts.get("leaf").textValue())
                .toList();
        if (!sent.equals(taken)) {
            found.add("of " + sent.size() + " coins minted " + taken.size() + " were taken in; they differ from place "
                    + firstDifference(sent, taken));
        }
        long expected = remains.mint().events().size() + 1L;
        if (remains.nextInput() != expected) {
            found.add("the inbox expects " + remains.nextInput() + " instead of " + expected);
        }
        return found;
    }

    private static int firstDifference(List<String> some, List<String> others) {
        int i = 0;
        while (i < some.size() && i < others.size() && some.get(i).equals(others.get(i))) {
            i++;
        }
        return i;
    }

    /** Invariant 3: the read model is what the events come to. */
    static List<String> readModelIsTheLogs(Remains remains) {
        var expected = new TreeMap<String, Long>();
        for (Envelope event : remains.toy().events()) {
            var data = Remains.json(event);
            var coins = event.type().equals(InputAccepted.TYPE) ? data.get("facts") : data;
            if (coins != null && coins.has("coins")) {
                expected.merge(
                        coins.get("account").textValue(), coins.get("coins").longValue(), Long::sum);
            }
        }
        return expected.equals(remains.balances())
                ? List.of()
                : List.of("the balances are " + remains.balances() + " instead of " + expected);
    }
}
