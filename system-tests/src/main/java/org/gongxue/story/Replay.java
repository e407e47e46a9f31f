package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an audit replay found.
 *
 * @param verdict identical, different or incomplete
 * @param events how many events it read
 * @param eventsPerSecond how fast
 * @param differences how many values differ from the live service
 * @param owedFen what was owed, in fen
 * @param netPaidFen what was paid less what was returned, in fen
 * @param confirmedPayments how many payments the bank confirmed
 * @param seconds how long it took, its process's start included
 */
public record Replay(
        String verdict,
        long events,
        long eventsPerSecond,
        long differences,
        long owedFen,
        long netPaidFen,
        long confirmedPayments,
        double seconds) {

    /** There was none. */
    static final Replay NOT_RUN = new Replay("not run", 0, 0, 0, 0, 0, 0, 0);

    private static final String PATH = Paths.REWARD + "audit/replays";

    /** Lets the auditor start a replay and watches it to its end. */
    static Replay run(House house, JsonNode request) {
        long started = System.nanoTime();
        var auditor = house.as(Staff.AUDITOR);
        String id = auditor.command(PATH, request).path("replayId").asText();
        JsonNode replay = House.await(
                () -> auditor.read(PATH + "/" + id),
                answer -> !answer.path("state").asText().equals("running"));
        return new Replay(
                replay.path("verdict").asText(replay.path("state").asText()),
                replay.path("eventsRead").asLong(),
                replay.path("eventsPerSecond").asLong(),
                replay.path("differenceCount").asLong(),
                replay.path("owedFen").asLong(),
                replay.path("netPaidFen").asLong(),
                replay.path("confirmedPayments").asLong(),
                (System.nanoTime() - started) / 1e9);
    }
}
