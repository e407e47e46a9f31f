package org.gongxue.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The log states each pack by an event of its own, with the digests of what no leaf covers: the explanation and the
 * sheet. The explanation names every event it rests on; so nothing can be left out or put in either.
 */
final class StatementCheck {

    static final String EXPLANATION = "explanation.json";
    static final String SHEET = "底稿.xlsx";
    static final Set<String> FILES = Set.of(Manifest.FILE, EXPLANATION, SHEET);

    private static final String TYPE = "org.gongxue.reward.evidence-issued";

    private final Manifest manifest;
    private final Map<String, byte[]> files;
    private final Map<String, LoggedEvent> events;
    private final Map<String, KeyHistory> keys;
    private final Findings findings;

    StatementCheck(
            Manifest manifest,
            Map<String, byte[]> files,
            Map<String, LoggedEvent> events,
            Map<String, KeyHistory> keys,
            Findings findings) {
        this.manifest = manifest;
        this.files = files;
        this.events = events;
        this.keys = keys;
        this.findings = findings;
    }

    void run() {
        var where = PackCheck.place(manifest.service(), manifest.statement());
        var statement = events.get(where);
        if (statement == null) {
            findings.unchecked(where, "not in the pack: the event that states it");
        } else {
            checkStatement(where, statement);
        }
        var explanation = files.get(EXPLANATION);
        if (explanation != null) {
            checkExplanation(explanation, where);
        }
    }

    private void checkStatement(String where, LoggedEvent statement) {
        var explanation = digest(EXPLANATION);
        var sheet = digest(SHEET);
        if (explanation == null || sheet == null) {
            return;
        }
        var paymentId = manifest.paymentId();
        var said = "{\"entitlementId\":" + Json.quoted(manifest.entitlementId())
                + (paymentId == null ? "" : ",\"paymentId\":" + Json.quoted(paymentId)) + ",\"explanationDigest\":"
                + Json.quoted(explanation) + ",\"sheetDigest\":" + Json.quoted(sheet) + ",\"askedBy\":"
                + Json.quoted(manifest.askedBy()) + "}";
        if (!statement.type().equals(TYPE) || !said.equals(text(statement))) {
            findings.wrong(where, "states another pack: other subject, asker, explanation or sheet");
        }
        if (statement.recordedAt() != manifest.at()) {
            findings.wrong(Manifest.FILE, "says another time than the event that states the pack");
        }
    }

    private @Nullable String digest(String name) {
        var bytes = files.get(name);
        if (bytes == null) {
            findings.unchecked(name, "not in the pack");
            return null;
        }
        return HexFormat.of().formatHex(Hashes.sha256(bytes));
    }

    private void checkExplanation(byte[] bytes, String statement) {
        var expected = new HashSet<String>();
        expected.add(statement);
        keys.forEach((service, history) ->
                history.keys().forEach(key -> expected.add(PackCheck.place(service, key.index()))));
        try {
            collect(Json.read(bytes), expected);
        } catch (MalformedException e) {
            findings.wrong(EXPLANATION, e.what());
            return;
        }
        events.forEach((name, event) -> {
            if (!expected.contains(name) && !mayBeAKey(event)) {
                findings.wrong(name, "nothing in the explanation rests on it");
            }
        });
    }

    /** Where the keys themselves could not be read, nothing tells which events installed them. */
    private boolean mayBeAKey(LoggedEvent event) {
        return !keys.containsKey(event.service()) && event.stream().equals("log/checkpoint-keys");
    }

    /** Every object with a service, an index and a leaf names an event. */
    private void collect(Json json, Set<String> expected) throws MalformedException {
        switch (json) {
            case Json.Members(var members) -> {
                if (members.get("service") instanceof Json.Text(var service)
                        && members.get("index") instanceof Json.Numeral index
                        && members.get("leaf") instanceof Json.Text(var leaf)) {
                    expected.add(named(service, Fields.whole("index", index), leaf));
                }
                for (var member : members.values()) {
                    collect(member, expected);
                }
            }
            case Json.Items(var items) -> {
                for (var item : items) {
                    collect(item, expected);
                }
            }
            case Json.Text text -> {}
            case Json.Numeral numeral -> {}
            case Json.Word word -> {}
        }
    }

    private String named(String service, long index, String leaf) {
        var name = PackCheck.place(service, index);
        var event = events.get(name);
        if (event == null) {
            findings.unchecked(name, "not in the pack: the explanation rests on it");
        } else if (!event.leafText().equals(leaf)) {
            findings.wrong(name, "another event than the explanation rests on");
        }
        return name;
    }

    /** An event's data, which is JSON. */
    static String text(LoggedEvent event) {
        return new String(event.data(), UTF_8);
    }
}
