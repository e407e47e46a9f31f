package org.gongxue.eventlog.kill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often what was killed, and what it was doing at that moment. */
final class Tally {

    /** Where a kill hit. */
    enum Hit {
        SERVICES_IN_COMMIT("the services inside COMMIT"),
        SERVICES_BETWEEN_SEND_AND_ACK("the services between send and ack"),
        POSTGRES_IN_COMMIT("PostgreSQL inside COMMIT"),
        KAFKA_BETWEEN_SEND_AND_ACK("Kafka between send and ack");

        private final String words;

        Hit(String words) {
            this.words = words;
        }
    }

    private final Map<Hit, Integer> hits = new EnumMap<>(Hit.class);
    private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);
    private int unanswered;
    private int stood;

    /** Compares the moment before a kill with the one after the death. */
    static List<Hit> hits(Victim victim, Marks.Moment before, Marks.Moment after) {
        var hits = new ArrayList<Hit>();
        if (victim.takesServices()) {
            if (after.isInCommit()) {
                hits.add(Hit.SERVICES_IN_COMMIT); // the dead write no more: what is marked is where they died
            }
            if (after.isBetweenSendAndAck()) {
                hits.add(Hit.SERVICES_BETWEEN_SEND_AND_ACK);
            }
        }
        if (victim.takesPostgres() && before.isInCommitUntil(after)) {
            hits.add(Hit.POSTGRES_IN_COMMIT);
        }
        if (victim.takesKafka() && before.isBetweenSendAndAckUntil(after)) {
            hits.add(Hit.KAFKA_BETWEEN_SEND_AND_ACK);
        }
        return hits;
    }

    void count(Victim victim, List<Hit> where) {
        kills.merge(victim, 1, Integer::sum);
        where.forEach(hit -> hits.merge(hit, 1, Integer::sum));
    }

    /** Of so many deeds on their way when their service was killed, so many had been done. */
    void countUnanswered(int count, int done) {
        unanswered += count;
        stood += done;
    }

    int count(Hit hit) {
        return hits.getOrDefault(hit, 0);
    }

    @Override
    public String toString() {
        var lines = new StringBuilder();
        for (Hit hit : Hit.values()) {
            lines.append(String.format("  hit %s: %d%n", hit.words, count(hit)));
        }
        return lines.append("  killed: " + kills + "; of " + unanswered + " deeds on their way " + stood
                        + " had been done, the others not\n")
                .toString();
    }
}
