package org.gongxue.eventlog.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Where a process is, in a file that it shares with whoever kills it: what it wrote last is there after its death, for
 * the memory belongs to the system. Counts begin at zero with the file.
 */
final class Marks {
    private static final int BYTES = 4 * Long.BYTES;
    private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();
    private static final long SENT = 2 * Long.BYTES;
    private static final long ANSWERED = 3 * Long.BYTES;

    private final MemorySegment memory;

    private Marks(MemorySegment memory) {
        this.memory = memory;
    }

    /** Opens the file, or makes it. */
    static Marks open(Path file) {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new Marks(channel.map(MapMode.READ_WRITE, 0, BYTES, Arena.global()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The commits of one log: an odd word while a COMMIT is on its way, another word for each. */
    final class Commits {
        private final long offset;

        private Commits(int log) {
            offset = (long) log * Long.BYTES;
        }

        /** A COMMIT is sent; one that got no reply stays the last there was. */
        void begin() {
            long word = word();
            LONG.setVolatile(memory, offset, (word | 1) == word ? word + 2 : word + 1);
        }

        void end() {
            LONG.setVolatile(memory, offset, word() + 1);
        }

        private long word() {
            return (long) LONG.getVolatile(memory, offset);
        }
    }

    /** The commits of the mint's log, 0, or the toy's, 1. */
    Commits commits(int log) {
        return new Commits(log);
    }

    void sent() {
        var _ = (long) LONG.getAndAdd(memory, SENT, 1L);
    }

    void answered() {
        var _ = (long) LONG.getAndAdd(memory, ANSWERED, 1L);
    }

    /** Nothing is on its way: whoever had sent something is dead. */
    void forget() {
        LONG.setVolatile(memory, SENT, 0L);
        LONG.setVolatile(memory, ANSWERED, 0L);
        for (var commits : List.of(commits(0), commits(1))) {
            LONG.setVolatile(memory, commits.offset, commits.word() + (commits.word() & 1));
        }
    }

    /**
     * A moment.
     *
     * @param firstCommits the word of the mint's commits
     * @param secondCommits the word of the toy's
     * @param sent records handed to Kafka's producer
     * @param answered records of which the producer has heard
     */
    record Moment(long firstCommits, long secondCommits, long sent, long answered) {

        boolean isInCommit() {
            return isOdd(firstCommits) || isOdd(secondCommits);
        }

        boolean isBetweenSendAndAck() {
            return sent > answered;
        }

        /** Whether a COMMIT that was on its way now still was, unanswered, at the later moment. */
        boolean isInCommitUntil(Moment later) {
            return (isOdd(firstCommits) && firstCommits == later.firstCommits)
                    || (isOdd(secondCommits) && secondCommits == later.secondCommits);
        }

        /** Whether a record that was sent by now was still without an answer at the later moment. */
        boolean isBetweenSendAndAckUntil(Moment later) {
            return sent > later.answered;
        }

        private static boolean isOdd(long word) {
            return (word & 1) == 1;
        }
    }

    /** What is marked now. */
    Moment now() {
        long answered = (long) LONG.getVolatile(memory, ANSWERED);
        long sent = (long) LONG.getVolatile(memory, SENT);
        return new Moment(commits(0).word(), commits(1).word(), sent, answered);
    }
}
