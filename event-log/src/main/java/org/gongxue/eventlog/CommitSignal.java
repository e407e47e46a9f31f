package org.gongxue.eventlog;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells the publisher of this process, and whoever else waits, that something was committed, so that it need not ask the database. */
final class CommitSignal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();
    private long lastIndex;

    void announce(long index) {
        lock.lock();
        try {
            lastIndex = Math.max(lastIndex, index);
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until an index beyond this one is announced; false if the time ran out first. */
    boolean awaitBeyond(long index, Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lock();
        try {
            while (lastIndex <= index) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = committed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The last index announced, 0 before the first. */
    long lastIndex() {
        lock.lock();
        try {
            return lastIndex;
        } finally {
            lock.unlock();
        }
    }
}
