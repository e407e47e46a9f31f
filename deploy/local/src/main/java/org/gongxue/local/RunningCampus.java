package org.gongxue.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.gongxue.local.identity.Secrets;
import org.gongxue.local.part.PostgresServer;
import org.gongxue.local.part.QuarkusProcess;
import org.gongxue.local.process.Child;
import org.gongxue.local.process.Launch;
import org.gongxue.local.process.Memory;
import org.gongxue.local.process.Progress;
import org.gongxue.local.process.Shutdown;
import org.jspecify.annotations.Nullable;

/** A campus whose processes this program started and looks after. Ends with {@link #close}, at the latest when this program ends. */
public final class RunningCampus implements AutoCloseable {
    private final CampusConfig config;
    private final FileLock lock;
    private final CampusAccess access;
    private final Map<Part, CampusProcess> processes = new EnumMap<>(Part.class);
    private final CompletableFuture<String> unexpectedEnd = new CompletableFuture<>();
    private final Thread hook = new Thread(this::close, "campus-close");
    private double readySeconds;
    private @Nullable Child beside;
    private boolean closed;
    private volatile boolean keepsData;

    RunningCampus(CampusConfig config, FileLock lock) {
        this.config = config;
        this.lock = lock;
        this.access = new CampusAccess(config.home(), config.ports());
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The gateway, without a slash at the end. */
    public String url() {
        return access.url();
    }

    /** As {@link CampusAccess#token}. */
    public String token(String account) {
        return access.token(account);
    }

    public Home home() {
        return config.home();
    }

    public Ports ports() {
        return config.ports();
    }

    /** Seconds from the call that started it until everything was ready. */
    public double readySeconds() {
        return readySeconds;
    }

    /**
     * A process by its name, such as `reward`.
     *
     * @throws CampusException when this campus has none of that name
     */
    public CampusProcess process(String name) {
        CampusProcess process = processes.get(Part.named(name));
        if (process == null) {
            throw new CampusException(name + " is not part of this campus");
        }
        return process;
    }

    /**
     * Starts a process that this campus did not begin with, such as a second instance of a service, and returns when it
     * is ready. It ends with the campus.
     *
     * @throws CampusException when it runs already, or does not become ready
     */
    public CampusProcess startAlso(Part part) {
        if (processes.containsKey(part)) {
            throw new CampusException(part.label() + " is part of this campus already");
        }
        var secrets = new Secrets(home().secrets());
        var process = new CampusProcess(Startup.campusPart(part, config, secrets), home(), unexpectedEnd);
        add(part, process);
        start(process);
        process.awaitReady(() -> false);
        return process;
    }

    /**
     * Lets a service bring its log up to its topic, which is all it does; the answer is what it says of it.
     *
     * @throws CampusException when it cannot, with the last lines of its log
     */
    String recover(Part service) {
        Path report = home().run().resolve(service.label() + ".recovered");
        try {
            Files.deleteIfExists(report);
            Child.setLogAside(home().log(service));
            var recovering = new QuarkusProcess(service, config, new Secrets(home().secrets())).recoveringInto(report);
            Child child = startBeside(service, recovering.launch());
            if (child.awaitEnd() != 0 || !Files.exists(report)) {
                throw new CampusException(child.endReport());
            }
            return Files.readString(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a program that does one thing and ends, at the latest with this campus. */
    synchronized Child startBeside(Part part, Launch launch) {
        if (closed) {
            throw new CampusException("stopped before " + part.label() + " was started");
        }
        Child child = Child.start(part, launch, home());
        beside = child;
        return child;
    }

    /** The database server of this campus. */
    PostgresServer postgres() {
        return new PostgresServer(config, new Secrets(home().secrets()));
    }

    /** Ends a process in order, and forgets it. */
    public synchronized void stop(Part part) {
        CampusProcess process = process(part.label());
        process.expectEnd();
        if (process.isAlive()) {
            Shutdown.stop(Map.of(part, process.handle()));
        }
        processes.remove(part);
    }

    /** Memory of all processes and of this program, in bytes (see {@link Memory}); empty where the system does not tell. */
    public OptionalLong pssTotalBytes() {
        List<ProcessHandle> all = new ArrayList<>(living().values());
        all.add(ProcessHandle.current());
        return Memory.pssBytes(all);
    }

    /** Completes with a report when a process ends although nobody asked it to. */
    public CompletableFuture<String> unexpectedEnd() {
        return unexpectedEnd.copy();
    }

    /** Leaves the data folder of a throw-away campus in place when it closes, for somebody to look at. */
    public void keepData() {
        keepsData = true;
    }

    /** Lets the processes run on when this program ends. */
    public synchronized void detach() {
        Runtime.getRuntime().removeShutdownHook(hook);
        closed = true;
        processes.values().forEach(CampusProcess::expectEnd);
        try {
            Files.deleteIfExists(home().launcherPidFile());
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops every process, and removes the data folder of a throw-away campus. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        processes.values().forEach(CampusProcess::expectEnd);
        if (beside != null) {
            beside.expectEnd();
        }
        Map<Part, ProcessHandle> living = living();
        if (!living.isEmpty()) {
            try (var _ = config.progress().ticking()) {
                Progress.Step step = config.progress().begin("campus", "stopping");
                Shutdown.stop(living);
                step.done("stopped");
            }
        }
        Census.of(home()).forget();
        try {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (config.throwAway() && !keepsData) {
            Folders.delete(home().folder());
        }
        if (!Thread.currentThread().equals(hook)) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    CompletableFuture<String> endReport() {
        return unexpectedEnd;
    }

    /** Starts a process, unless this campus is closing meanwhile: nothing may start behind the back of {@link #close}. */
    synchronized void start(CampusProcess process) {
        if (closed) {
            throw new CampusException("stopped before " + process.name() + " was started");
        }
        process.start();
    }

    synchronized void add(Part part, CampusProcess process) {
        processes.put(part, process);
    }

    void isReadyAfter(double seconds) {
        readySeconds = seconds;
    }

    private Map<Part, ProcessHandle> living() {
        var living = new EnumMap<Part, ProcessHandle>(Part.class);
        processes.forEach((part, process) -> {
            if (process.isAlive()) {
                living.put(part, process.handle());
            }
        });
        if (beside != null && beside.isAlive()) {
            living.put(beside.part(), beside.handle());
        }
        return living;
    }
}
