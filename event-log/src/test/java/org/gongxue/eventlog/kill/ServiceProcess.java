package org.gongxue.eventlog.kill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** {@link ServiceMain} as a process that may be killed, stopped and continued. */
final class ServiceProcess implements AutoCloseable {
    private static final int READY_SECONDS = 180;

    private final Process process;
    private final Path log;
    private final Marks marks;
    private final PrintStream in;
    private final CompletableFuture<String> begun = new CompletableFuture<>();
    private final Thread listening;

    private ServiceProcess(Process process, Path log, Marks marks, Consumer<String> told) {
        this.process = process;
        this.log = log;
        this.marks = marks;
        this.in = new PrintStream(process.getOutputStream(), true, UTF_8);
        this.listening = Thread.ofPlatform().daemon().start(() -> listen(told));
    }

    /** Starts both services; every line about a deed is told. Its log and its marks lie in the folder. */
    static ServiceProcess start(Path folder, String name, Services services, Variant variant, Consumer<String> told) {
        Path log = folder.resolve(name + ".log");
        Path marksFile = folder.resolve(name + ".marks");
        var marks = Marks.open(marksFile);
        marks.forget();
        String[] arguments = {
            variant.name(),
            marksFile.toString(),
            services.kafka(),
            services.mint(),
            services.url(services.mint()) + "&ApplicationName=" + name,
            services.toy(),
            services.url(services.toy()) + "&ApplicationName=" + name
        };
        try {
            Process process = new ProcessBuilder(Programs.java(ServiceMain.class, arguments))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new ServiceProcess(process, log, marks, told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(Consumer<String> told) {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!begun.isDone()) {
                    begun.complete(line);
                } else {
                    told.accept(line);
                }
            }
        } catch (IOException killed) {
            // What it said last is cut off.
        }
        begun.complete("it ended without a word");
    }

    /** The first line: {@link ServiceMain#READY}, or why it does not start. */
    String awaitBegun() {
        try {
            return begun.get(READY_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the services do not start", e);
        }
    }

    ServiceProcess awaitReady() {
        String line = awaitBegun();
        if (!line.equals(ServiceMain.READY)) {
            throw new IllegalStateException("the services do not start: " + line);
        }
        return this;
    }

    /** Hands a deed in; a dead process hears nothing. */
    void handIn(Deed deed) {
        in.println(deed.number());
    }

    Marks marks() {
        return marks;
    }

    /** What it has logged so far. */
    String logged() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it where it is, and waits until it stands. */
    void stop() {
        signal(Signal.STOP);
        await().pollInterval(Duration.ofMillis(1)).until(() -> Signal.state(process.pid()) == Signal.STOPPED);
    }

    void signal(Signal signal) {
        signal.send(process.pid());
    }

    /** Waits until it is dead and everything it said has been heard. */
    void awaitDeath() {
        process.onExit().join();
        try {
            listening.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets it end in order. */
    @Override
    public void close() {
        in.close();
        awaitDeath();
    }
}
