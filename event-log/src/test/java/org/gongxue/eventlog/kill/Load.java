package org.gongxue.eventlog.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Callers of the services: so many deeds are always on their way, and one is handed in again, under its id, until its
 * caller was told what became of it. Remembers everything that was told.
 */
final class Load implements AutoCloseable {
    private static final int TOGETHER = 64;
    private static final int ASKED_AGAIN = 20;
    private static final long COME_AGAIN_MILLIS = 50;

    private final Random random;
    private final int first;
    private final Map<Integer, Integer> timesHandedIn = new TreeMap<>();
    private final Map<Integer, List<Told>> told = new TreeMap<>();
    private final Set<Integer> waiting = new TreeSet<>();
    private final Set<Integer> sentAway = new TreeSet<>();
    private final List<String> failures = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable ServiceProcess services;
    private int last = Integer.MAX_VALUE;
    private long answers;
    private String lastReason = "";

    /** Deeds are numbered from the first on. */
    Load(Random random, int first) {
        this.random = random;
        this.first = first;
        Thread.ofVirtual().start(this::comeAgain);
    }

    /** Hands everything in again that nobody was told of, some that somebody was, and goes on with new deeds. */
    synchronized void pourInto(ServiceProcess process) {
        services = process;
        sentAway.clear();
        List.copyOf(waiting).forEach(this::handIn);
        var settled = new ArrayList<>(told.keySet());
        for (int i = 0; i < ASKED_AGAIN && !settled.isEmpty(); i++) {
            handIn(settled.remove(random.nextInt(settled.size())));
        }
        pour();
    }

    /** So many new deeds and no more until {@link #goOn}; those on their way come to their end. */
    synchronized void goOnFor(int deeds) {
        last = timesHandedIn.size() + deeds;
    }

    synchronized void goOn() {
        last = Integer.MAX_VALUE;
        pour();
    }

    private void pour() {
        while (timesHandedIn.size() < last && waiting.size() < TOGETHER) {
            handIn(first + timesHandedIn.size());
        }
    }

    private void handIn(int number) {
        waiting.add(number);
        timesHandedIn.merge(number, 1, Integer::sum);
        if (services != null) {
            services.handIn(Deed.of(number));
        }
    }

    /** Hears one line of the services. */
    synchronized void hear(String line) {
        if (!line.endsWith(ServiceMain.END)) {
            return;
        }
        String[] words = line.split(" ", 7);
        int number = Integer.parseInt(words[0]);
        switch (words[1]) {
            case ServiceMain.DONE -> {
                waiting.remove(number);
                told.computeIfAbsent(number, first -> new ArrayList<>()).add(Told.parse(words, 2));
                answers++;
                pour();
            }
            case ServiceMain.BUSY -> {
                sentAway.add(number);
                lastReason = line;
            }
            default -> failures.add(line);
        }
    }

    /** Whoever was sent away comes again a little later. */
    private void comeAgain() {
        try {
            while (!closing.await(COME_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                synchronized (this) {
                    List<Integer> again =
                            sentAway.stream().filter(waiting::contains).toList();
                    sentAway.clear();
                    again.forEach(this::handIn);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized long answers() {
        return answers;
    }

    /** Those that nobody was told of yet. */
    synchronized Set<Integer> unanswered() {
        var unanswered = new TreeSet<>(waiting);
        unanswered.removeAll(told.keySet());
        return unanswered;
    }

    synchronized boolean isQuiet() {
        return waiting.isEmpty();
    }

    /** What was told so far, by deed. */
    synchronized Map<Integer, List<Told>> told() {
        var copy = new TreeMap<Integer, List<Told>>();
        told.forEach((number, answers) -> copy.put(number, List.copyOf(answers)));
        return copy;
    }

    /** How often each deed was handed in. */
    synchronized Map<Integer, Integer> timesHandedIn() {
        return new TreeMap<>(timesHandedIn);
    }

    /** Why somebody was sent away last; empty if nobody was. */
    synchronized String lastReason() {
        return lastReason;
    }

    /** What was answered that is no answer: a caller must never have to guess. */
    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
