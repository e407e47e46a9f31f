package org.gongxue.reward.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.InputAccepted;
import org.gongxue.eventlog.LogCodec;
import org.gongxue.eventlog.ParkingEvent.InputParked;
import org.jspecify.annotations.Nullable;

/**
 * The inputs that a log says it took in, to be held against the topics they came from: of each its leaf and a print of
 * what the log keeps of it, 56 bytes, in pages by the source's index. Safe for several threads.
 */
public final class RecordedInputs {

    /** The inputs of 1,024 indexes in a row. */
    private static final class Page {
        static final int SIZE = 1024;
        static final int LEAF_BYTES = 32;
        static final int BYTES_EACH = LEAF_BYTES + 16 + 8;

        private final byte[] bytes = new byte[SIZE * BYTES_EACH];
        private final byte[] states = new byte[SIZE];
    }

    private static final byte TAKEN = 1;
    private static final byte PARKED = 2;
    private static final byte FOUND = 3;

    private final Map<String, Map<Long, Page>> pages = new TreeMap<>();
    private final Map<String, Long> last = new TreeMap<>();
    private final Findings findings = new Findings();
    private long taken;
    private long found;

    /** Notes the event if it tells of an input. */
    void note(Heard heard) {
        var envelope = heard.envelope();
        if (heard.event() instanceof InputParked parked) {
            note(parked.source(), parked.index(), envelope.index(), leaf(parked), null);
        } else if (envelope.type().equals(InputAccepted.TYPE) && heard.event() != null) {
            var input = LogCodec.readInput(envelope.data());
            note(input.source(), input.index(), envelope.index(), input.leaf(), print(envelope, input));
        }
    }

    private static byte[] leaf(InputParked parked) {
        return Base64.getDecoder().decode(parked.leaf());
    }

    private synchronized void note(String source, long index, long at, byte[] leaf, byte @Nullable [] print) {
        if (leaf.length != Page.LEAF_BYTES || index < 1) {
            findings.add(new Difference("input " + source + "/" + index, at, "a leaf of " + leaf.length, "32 bytes"));
            return;
        }
        last.merge(source, index, Math::max);
        var page =
                pages.computeIfAbsent(source, _ -> new TreeMap<>()).computeIfAbsent(index / Page.SIZE, _ -> new Page());
        var slot = (int) (index % Page.SIZE);
        if (print == null && page.states[slot] != 0) {
            return;
        }
        if (page.states[slot] == 0) {
            taken++;
        }
        page.states[slot] = print == null ? PARKED : TAKEN;
        var entry = ByteBuffer.wrap(page.bytes, slot * Page.BYTES_EACH, Page.BYTES_EACH);
        entry.put(leaf).put(print == null ? new byte[16] : print).putLong(at);
    }

    /** The services that inputs came from. */
    public synchronized Set<String> sources() {
        return new TreeSet<>(last.keySet());
    }

    /** The highest index that was taken in from a source. */
    synchronized long last(String source) {
        return last.getOrDefault(source, 0L);
    }

    /**
     * Holds an event of a source's topic against what the log says of it.
     *
     * @param leaf the leaf computed from what is in the topic
     * @return whether the log says anything of it
     */
    synchronized boolean compare(Envelope published, byte[] leaf) {
        var page = pages.getOrDefault(published.service(), Map.of()).get(published.index() / Page.SIZE);
        var slot = (int) (published.index() % Page.SIZE);
        if (page == null || page.states[slot] == 0) {
            return false;
        }
        var entry = ByteBuffer.wrap(page.bytes, slot * Page.BYTES_EACH, Page.BYTES_EACH);
        var recordedLeaf = new byte[Page.LEAF_BYTES];
        var recordedPrint = new byte[16];
        entry.get(recordedLeaf).get(recordedPrint);
        var at = entry.getLong();
        var what = "input " + published.service() + "/" + published.index();
        if (!Arrays.equals(recordedLeaf, leaf)) {
            var hex = HexFormat.of();
            findings.add(new Difference(what + " leaf", at, hex.formatHex(recordedLeaf), hex.formatHex(leaf)));
        } else if (page.states[slot] == TAKEN && !Arrays.equals(recordedPrint, print(published))) {
            findings.add(new Difference(what + " facts", at, "other facts than were published", text(published)));
        }
        if (page.states[slot] != FOUND) {
            page.states[slot] = FOUND;
            found++;
        }
        return true;
    }

    /** A source's event that calls for something, of which the log says nothing. */
    synchronized void omitted(Envelope published) {
        findings.add(new Difference(
                "input " + published.service() + "/" + published.index(), 0, "never taken in", published.type()));
    }

    /** What did not agree. */
    synchronized Findings findings() {
        return findings;
    }

    /** Inputs that the log says it took in. */
    synchronized long count() {
        return taken;
    }

    /** How many of them were not in the topics they are said to come from. */
    synchronized long missing() {
        return taken - found;
    }

    private static String text(Envelope e) {
        return new String(e.data(), StandardCharsets.UTF_8);
    }

    private static byte[] print(Envelope fact, InputAccepted input) {
        return print(
                input.id() + "\n" + input.type() + "\n" + input.revision() + "\n" + fact.occurredAt() + "\n"
                        + fact.correlation(),
                input.facts());
    }

    private static byte[] print(Envelope e) {
        return print(
                e.id() + "\n" + e.type() + "\n" + e.revision() + "\n" + e.occurredAt() + "\n" + e.correlation(),
                e.data());
    }

    private static byte[] print(String header, byte[] data) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(header.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(sha256.digest(data), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
