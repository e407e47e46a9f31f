package org.gongxue.eventlog.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongxue.eventlog.CommandRefused;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.TopicRecord;
import org.gongxue.eventlog.toy.Balances;

/**
 * What is left when everybody has been answered and everything has come to rest.
 *
 * @param told what the callers were told, by deed
 * @param timesHandedIn how often each deed was handed in
 * @param stood of the deeds that nobody had been told of when their service was killed, whether it had been done
 * @param mint the mint's log and topic
 * @param toy the toy's log and topic
 * @param nextInput what the toy's inbox expects of the mint
 * @param balances the toy's read model
 */
record Remains(
        Map<Integer, List<Told>> told,
        Map<Integer, Integer> timesHandedIn,
        Map<Integer, Boolean> stood,
        Side mint,
        Side toy,
        long nextInput,
        Map<String, Long> balances) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One service.
     *
     * @param events the rows of its log, by index
     * @param topic the committed records of its topic, partition by partition
     */
    record Side(List<Envelope> events, List<TopicRecord> topic) {}

    /** Reads databases and topics. */
    static Remains of(Services services, Map<Integer, Boolean> stood, Load... loads) {
        var told = new TreeMap<Integer, List<Told>>();
        var timesHandedIn = new TreeMap<Integer, Integer>();
        for (Load load : loads) {
            told.putAll(load.told());
            timesHandedIn.putAll(load.timesHandedIn());
        }
        try (Connection toy = services.dataSource(services.toy()).getConnection()) {
            return new Remains(
                    told,
                    timesHandedIn,
                    stood,
                    side(services, services.mint()),
                    side(services, services.toy()),
                    Rows.nextInput(toy, services.mint()),
                    Balances.all(services.dataSource(services.toy())));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Side side(Services services, String service) throws SQLException {
        try (Connection c = services.dataSource(service).getConnection()) {
            return new Side(
                    Rows.events(c, service, 0, Integer.MAX_VALUE), TopicRows.committed(services.kafka(), service));
        }
    }

    /** The deeds whose number an event bears. */
    static Set<Integer> deeds(Envelope event) {
        JsonNode data = json(event);
        return switch (event.type()) {
            case "toy.deposited", "mint.coins-minted" ->
                Set.of(data.get("coins").intValue());
            case CommandRefused.TYPE ->
                Set.of(-Integer.parseInt(data.get("value").textValue()));
            default -> Set.of();
        };
    }

    static JsonNode json(Envelope event) {
        try {
            return JSON.readTree(event.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
