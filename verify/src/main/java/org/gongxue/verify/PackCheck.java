package org.gongxue.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks a pack: every file is accounted for, every event is what its leaf says and stands under a signed checkpoint,
 * the keys follow from one another, every accepted input is the event of its source, and the explanation and the sheet
 * are those whose digests the log itself states. Used once.
 */
final class PackCheck {

    private static final Pattern NUMBERED = Pattern.compile("(events|proofs)/([a-z][a-z-]*)/([1-9][0-9]{0,17})\\.json");
    private static final Pattern OF_SERVICE =
            Pattern.compile("(checkpoints|keys|consistency)/([a-z][a-z-]*)\\.(?:txt|json)");

    private final Map<String, byte[]> files;
    private final Held held;
    private final Findings findings = new Findings();
    private final Map<String, LoggedEvent> events = new LinkedHashMap<>();
    private final Map<String, Checkpoint> checkpoints = new TreeMap<>();
    private final Map<String, KeyHistory> keys = new TreeMap<>();

    /**
     * What whoever verifies holds from outside the pack.
     *
     * @param notes checkpoints of earlier days
     * @param proofs consistency proofs that are not in the pack
     * @param keys verifier keys
     */
    record Held(List<byte[]> notes, List<byte[]> proofs, List<LogKey> keys) {

        static final Held NOTHING = new Held(List.of(), List.of(), List.of());
    }

    /**
     * What came out.
     *
     * @param manifest null if it could not be read
     * @param checkpoints by service
     */
    record Result(
            Verdict verdict,
            List<Findings.Finding> findings,
            @Nullable Manifest manifest,
            Map<String, Checkpoint> checkpoints,
            Map<String, KeyHistory> keys,
            int events) {}

    private PackCheck(Map<String, byte[]> files, Held held) {
        this.files = files;
        this.held = held;
    }

    /** Checks the bytes of a pack against itself and what is held. */
    static Result check(byte[] zip, Held held) {
        Archive archive;
        try {
            archive = Archive.read(zip);
        } catch (MalformedException e) {
            return new Result(
                    Verdict.FAILED,
                    List.of(new Findings.Finding(true, "archive", e.what())),
                    null,
                    Map.of(),
                    Map.of(),
                    0);
        }
        var check = new PackCheck(archive.files(), held);
        if (!archive.isAsPacked()) {
            check.findings.unchecked(
                    "archive", "it was packed again or touched: bytes between its files are vouched for by nothing");
        }
        return check.run();
    }

    private Result run() {
        var manifest = file(Manifest.FILE, Manifest::read);
        if (manifest != null) {
            checkNames(manifest);
            manifest.checkpoints().forEach(this::readLog);
            readEvents();
            events.values().forEach(this::checkProof);
            keys.forEach(this::checkKeyEvents);
            events.values().forEach(this::checkInput);
            new StatementCheck(manifest, files, events, keys, findings).run();
            new ConsistencyCheck(files, held, checkpoints, keys, findings).run();
            checkHeldKeys();
        }
        return new Result(findings.verdict(), findings.all(), manifest, checkpoints, keys, events.size());
    }

    /** Reads a part of the pack. */
    interface Reading<T> {
        T read(byte[] bytes) throws MalformedException;
    }

    private <T> @Nullable T file(String name, Reading<T> reading) {
        var bytes = files.get(name);
        if (bytes == null) {
            findings.unchecked(name, "not in the pack");
            return null;
        }
        try {
            return reading.read(bytes);
        } catch (MalformedException e) {
            findings.wrong(name, e.what());
            return null;
        }
    }

    private void checkNames(Manifest manifest) {
        for (var name : files.keySet()) {
            var numbered = NUMBERED.matcher(name);
            var ofService = OF_SERVICE.matcher(name);
            var service = numbered.matches() ? numbered.group(2) : ofService.matches() ? ofService.group(2) : null;
            if (service == null
                    ? !StatementCheck.FILES.contains(name)
                    : !manifest.checkpoints().containsKey(service)) {
                findings.wrong(name, "does not belong to the pack");
            }
            if (numbered.matches()
                    && numbered.group(1).equals("proofs")
                    && !files.containsKey("events" + name.substring("proofs".length()))) {
                findings.wrong(name, "proves an event that is not there");
            }
        }
    }

    private void readLog(String service, long size) {
        var where = "checkpoints/" + service + ".txt";
        var checkpoint = file(where, Checkpoint::read);
        var history = file("keys/" + service + ".json", bytes -> KeyHistory.read(bytes, service));
        if (history != null) {
            keys.put(service, history);
        }
        if (checkpoint == null) {
            return;
        }
        if (!checkpoint.service().equals(service) || checkpoint.size() != size) {
            findings.wrong(
                    where,
                    "of " + checkpoint.service() + ", size " + checkpoint.size() + "; the manifest says " + service
                            + ", size " + size);
        }
        checkpoints.put(service, checkpoint);
        if (history != null) {
            history.check(checkpoint, where, findings);
        }
    }

    private void readEvents() {
        for (var name : files.keySet()) {
            if (!name.startsWith("events/")) {
                continue;
            }
            var event = file(name, LoggedEvent::read);
            if (event == null) {
                continue;
            }
            if (!name.equals(place(event.service(), event.index()))) {
                findings.wrong(name, "is event " + event.index() + " of " + event.service());
            } else if (!event.isWhatItsLeafSays()) {
                findings.wrong(name, "is not what its leaf says");
            }
            events.put(name, event);
        }
    }

    private void checkProof(LoggedEvent event) {
        var checkpoint = checkpoints.get(event.service());
        var name = "proofs/" + event.service() + "/" + event.index() + ".json";
        if (checkpoint == null) {
            findings.unchecked(name, "there is no checkpoint to prove it by");
            return;
        }
        var proof = file(name, Proof::read);
        if (proof == null) {
            return;
        }
        if (proof.first() != event.index() || proof.second() != checkpoint.size()) {
            findings.wrong(name, "is a proof of " + proof.first() + " in " + proof.second());
        } else if (!Hashes.included(
                event.leaf(), event.index(), checkpoint.size(), proof.hashes(), checkpoint.root())) {
            findings.wrong(name, "does not lead from the event to the checkpoint's root");
        }
        if (event.index() == checkpoint.size()
                && !Long.valueOf(event.recordedAt()).equals(checkpoint.recordedAt())) {
            findings.wrong("checkpoints/" + event.service() + ".txt", "says another time than its last event");
        }
    }

    private void checkKeyEvents(String service, KeyHistory history) {
        for (var installed : history.keys()) {
            var where = place(service, installed.index());
            var event = events.get(where);
            if (event == null) {
                findings.unchecked(
                        where,
                        "not in the pack: it installed the key "
                                + installed.key().name());
            } else if (!event.type().equals("org.gongxue.log.checkpoint-key-installed")
                    || !event.stream().equals("log/checkpoint-keys")
                    || !installed.data().equals(StatementCheck.text(event))) {
                findings.wrong(
                        where, "does not install the key " + installed.key().name());
            }
        }
    }

    /** An accepted input holds the event of its source byte for byte; the source's own must be here to be proven. */
    private void checkInput(LoggedEvent event) {
        if (!event.type().equals("org.gongxue.log.input-accepted")) {
            return;
        }
        var where = place(event.service(), event.index());
        try {
            var input = Fields.of(Json.read(event.data()));
            var name = place(input.text("source"), input.whole("index"));
            var source = events.get(name);
            if (source == null) {
                findings.unchecked(name, "not in the pack: " + where + " accepted it");
            } else if (!asAccepted(source).equals(StatementCheck.text(event))) {
                findings.wrong(where, "accepted something else than " + name);
            }
        } catch (MalformedException e) {
            findings.wrong(where, "no accepted input: " + e.getMessage());
        }
    }

    private static String asAccepted(LoggedEvent source) {
        return "{\"source\":" + Json.quoted(source.service()) + ",\"index\":" + source.index() + ",\"id\":"
                + Json.quoted(source.id().toString()) + ",\"leaf\":" + Json.quoted(source.leafText()) + ",\"type\":"
                + Json.quoted(source.type()) + ",\"revision\":" + source.revision() + ",\"facts\":"
                + StatementCheck.text(source) + "}";
    }

    private void checkHeldKeys() {
        for (var key : held.keys()) {
            if (keys.values().stream().allMatch(history -> history.same(key).isEmpty())) {
                findings.wrong("keys", "the pack does not know the key " + key.name() + " that you hold");
            }
        }
    }

    static String place(String service, long index) {
        return "events/" + service + "/" + index + ".json";
    }
}
