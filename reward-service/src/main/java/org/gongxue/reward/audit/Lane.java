package org.gongxue.reward.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One partition on its way into the merge: filled by its reader, emptied by whoever merges, never longer than a limit. */
final class Lane {

    /** The most events that wait in one lane, those being handed over included. */
    static final int WAITING_MAX = 3_072;

    private static final int CHUNK = 256;
    private static final List<Heard> END = List.of();

    private final BlockingQueue<List<Heard>> chunks = new ArrayBlockingQueue<>(WAITING_MAX / CHUNK - 2);
    private List<Heard> filling = new ArrayList<>(CHUNK);
    private volatile boolean stopped;

    private List<Heard> emptying = List.of();
    private int next;
    private boolean ended;

    /** Called by the reader, which waits while the lane is full. */
    void add(Heard heard) {
        filling.add(heard);
        if (filling.size() == CHUNK) {
            hand(filling);
            filling = new ArrayList<>(CHUNK);
        }
    }

    /** Called by the reader when there is no more. */
    void end() {
        if (!filling.isEmpty()) {
            hand(filling);
            filling = new ArrayList<>();
        }
        hand(END);
    }

    private void hand(List<Heard> chunk) {
        try {
            while (!stopped && !chunks.offer(chunk, 100, TimeUnit.MILLISECONDS)) {
                // Full: whoever merges is slower, or waits for another lane.
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Called by who merges: the first event that waits, once there is one; null if none will come. */
    @Nullable
    Heard first() throws InterruptedException {
        while (next == emptying.size() && !ended) {
            emptying = chunks.take();
            next = 0;
            ended = emptying.isEmpty();
        }
        return next < emptying.size() ? emptying.get(next) : null;
    }

    /** Called by who merges: the first is taken. */
    void drop() {
        next++;
    }

    /** Nobody merges any more; the reader waits for nobody. */
    void stop() {
        stopped = true;
    }
}
