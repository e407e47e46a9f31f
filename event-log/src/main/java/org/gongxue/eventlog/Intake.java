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
    private final ArrayDeque<Request<C>> commands = new ArrayDeque<>();
    private final ArrayDeque<Request<C>> inputs = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private boolean closed;
    private @Nullable String held;

    Intake(LogConfig limits) {
        this.batchMax = limits.batchMax();
        this.queueMax = limits.queueMax();
    }

    /** Stands in line; tells why it may not, if so. */
    Optional<String> offer(Request<C> request) {
        lock.lock();
        try {
            ArrayDeque<Request<C>> line = request instanceof Request.OfInput<C> ? inputs : commands;
            if (held != null) {
                return Optional.of(held);
            }
            if (closed || line.size() >= queueMax) {
                return Optional.of(closed ? "the log is closed" : "the log's queue is full");
            }
            line.add(request);
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
            move(inputs, batch, Math.max(1, batchMax / 2));
            move(commands, batch, batchMax - batch.size());
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private static <C> void move(ArrayDeque<Request<C>> line, List<Request<C>> batch, int countMax) {
        for (int i = 0; i < countMax && !line.isEmpty(); i++) {
            batch.add(line.remove());
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
        var waiting = new ArrayList<>(inputs);
        waiting.addAll(commands);
        inputs.clear();
        commands.clear();
        return waiting;
    }
}
