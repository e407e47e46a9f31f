package org.gongxue.eventlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What waits to be decided: commands and inputs in line, each line bounded. Inputs get at most half of a batch. */
final class Intake<C> {
    private final int batchMax;
    private final int queueMax;
    private final ArrayDeque<Waiting<C>> commands = new ArrayDeque<>();
    private final ArrayDeque<Waiting<C>> inputs = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private boolean closed;
    private @Nullable String held;
    private long refused;
    private long longestWaitNanos;

    /** A request in line, and since when by the clock of {@link System#nanoTime}. */
    private record Waiting<C>(Request<C> request, long sinceNanos) {}

    Intake(LogConfig limits) {
        this.batchMax = limits.batchMax();
        this.queueMax = limits.queueMax();
    }

    /** Stands in line; tells why it may not, if so. */
    Optional<String> offer(Request<C> request) {
        lock.lock();
        try {
            ArrayDeque<Waiting<C>> line = request instanceof Request.OfInput<C> ? inputs : commands;
            if (held != null || closed || line.size() >= queueMax) {
                refused++;
                return Optional.of(held != null ? held : closed ? "the log is closed" : "the log's queue is full");
            }
            line.add(new Waiting<>(request, System.nanoTime()));
            arrived.signal();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is there; false once closed. */
    boolean await() {
        lock.lock();
        try {
            while (!closed && commands.isEmpty() && inputs.isEmpty()) {
                arrived.awaitUninterruptibly();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Takes what is there, up to a batch; never waits for more. */
    List<Request<C>> take() {
        lock.lock();
        try {
            var batch = new ArrayList<Request<C>>();
            longestWaitNanos = Math.max(waited(inputs), waited(commands));
            move(inputs, batch, Math.max(1, batchMax / 2));
            move(commands, batch, batchMax - batch.size());
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private static <C> void move(ArrayDeque<Waiting<C>> line, List<Request<C>> batch, int countMax) {
        for (int i = 0; i < countMax && !line.isEmpty(); i++) {
            batch.add(line.remove().request());
        }
    }

    private static <C> long waited(ArrayDeque<Waiting<C>> line) {
        return line.isEmpty() ? 0 : System.nanoTime() - line.element().sinceNanos();
    }

    /** How long the first of the batch that was taken last had waited. */
    long longestWaitNanos() {
        lock.lock();
        try {
            return longestWaitNanos;
        } finally {
            lock.unlock();
        }
    }

    Pressure pressure() {
        lock.lock();
        try {
            return new Pressure(commands.size(), inputs.size(), refused);
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in any more; gives those who still wait. */
    List<Request<C>> close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
            return clear();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in for this reason until {@link #admit}; gives those who still wait. */
    List<Request<C>> hold(String reason) {
        lock.lock();
        try {
            held = reason;
            return clear();
        } finally {
            lock.unlock();
        }
    }

    void admit() {
        lock.lock();
        try {
            held = null;
        } finally {
            lock.unlock();
        }
    }

    /** Why nobody is let in, if so. */
    Optional<String> held() {
        lock.lock();
        try {
            return Optional.ofNullable(held);
        } finally {
            lock.unlock();
        }
    }

    private List<Request<C>> clear() {
        var waiting = new ArrayList<Request<C>>();
        move(inputs, waiting, Integer.MAX_VALUE);
        move(commands, waiting, Integer.MAX_VALUE);
        return waiting;
    }
}
