package org.gongxue.eventlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What waits to be decided: commands and inputs in line, each line bounded. Inputs get at most half of a batch. */
final class Intake<C> {
    private final int batchMax;
    private final int queueMax;
    private final ArrayDeque<Request<C>> commands = new ArrayDeque<>();
    private final ArrayDeque<Request<C>> inputs = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private boolean closed;

    Intake(LogConfig limits) {
        this.batchMax = limits.batchMax();
        this.queueMax = limits.queueMax();
    }

    /** Stands in line; false if the line is full or closed. */
    boolean offer(Request<C> request) {
        lock.lock();
        try {
            ArrayDeque<Request<C>> line = request instanceof Request.OfInput<C> ? inputs : commands;
            if (closed || line.size() >= queueMax) {
                return false;
            }
            line.add(request);
            arrived.signal();
            return true;
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
            var waiting = new ArrayList<>(inputs);
            waiting.addAll(commands);
            inputs.clear();
            commands.clear();
            return waiting;
        } finally {
            lock.unlock();
        }
    }
}
