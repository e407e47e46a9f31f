package org.gongxue.eventlog.tree;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What the whole log of a service was at one size, in a few lines (C2SP tlog-checkpoint). Whoever holds one outside finds
 * any later change to the events before it (invariant 8).
 *
 * @param service whose log it is
 * @param size how many events it has; the last has this index
 * @param root the root over their leaves, 32 bytes
 * @param recordedAt when the last of them was recorded, microseconds; null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes, compared through their text
public record Checkpoint(
        String service, long size, byte[] root, @Nullable Instant recordedAt) {
    private static final String ORIGIN = "gongxue/";
    private static final String RECORDED_AT = "recorded-at ";
    private static final int LINES = 4;

    public Checkpoint {
        if (size < 0 || root.length != MerkleTree.HASH_BYTES || (size == 0) != (recordedAt == null)) {
            throw new IllegalArgumentException("no log has a checkpoint of size " + size + " with such a root or time");
        }
    }

    /** The text that is signed: lines, each with its end. */
    public String text() {
        String text =
                ORIGIN + service + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
        return recordedAt == null
                ? text
                : text + RECORDED_AT + ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt) + "\n";
    }

    /**
     * The checkpoint that a signed note is about; nobody's signature is checked.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    public static Checkpoint of(SignedNote note) {
        String[] lines = note.text().split("\n", -1);
        try {
            Checkpoint read = new Checkpoint(
                    lines[0].substring(ORIGIN.length()),
                    Long.parseLong(lines[1]),
                    Base64.getDecoder().decode(lines[2]),
                    lines.length > LINES ? recordedAt(lines[3]) : null);
            if (read.text().equals(note.text())) {
                return read;
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("not a checkpoint: " + note.text(), e);
        }
        throw new IllegalArgumentException("not a checkpoint as we write it: " + note.text());
    }

    private static Instant recordedAt(String line) {
        return Instant.EPOCH.plus(Long.parseLong(line.substring(RECORDED_AT.length())), ChronoUnit.MICROS);
    }
}
