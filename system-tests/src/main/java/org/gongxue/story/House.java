package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedBiPredicate;
import dev.failsafe.function.CheckedSupplier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongxue.local.CampusException;

/**
 * The house as a caller sees it: one door, JSON and spreadsheets. Requests run on virtual threads, at most
 * {@value #IN_FLIGHT_MAX} at once unless told otherwise. A request that finds a service away (502, 503, 504, connection lost) is repeated
 * with the same idempotency key until {@link #PATIENCE} is over, so a restarted service costs time and nothing else.
 */
public final class House implements AutoCloseable {

    static final int IN_FLIGHT_MAX = 16;
    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);
    /** Reads the log positions; any member of the staff may, and this one is there before the others are appointed. */
    private static final String WATCHER = Staff.ADMINISTRATOR;

    private final URI door;
    private final Function<String, String> tokens;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(threads)
            .build();
    private final Semaphore inFlight;
    private final Positions positions = new Positions();
    private final Map<String, Map<String, Long>> takenIn = new ConcurrentHashMap<>();

    /**
     * A house behind a door.
     *
     * @param door the gateway's address, without a path
     * @param tokens gives a valid access token for an account
     */
    public House(URI door, Function<String, String> tokens) {
        this(door, tokens, IN_FLIGHT_MAX);
    }

    /** The same with so many requests at once. */
    House(URI door, Function<String, String> tokens, int inFlightMax) {
        this.door = door;
        this.tokens = tokens;
        this.inFlight = new Semaphore(inFlightMax);
    }

    /** The house as this account sees it. */
    public Person as(String account) {
        return new Person(this, account);
    }

    /** Opens a business day: everything dated hangs on it, in every service. */
    void openDay(LocalDate day) {
        as(Staff.ADMINISTRATOR).command(Paths.ENROLLMENT + "calendar/days", Json.object("date", day));
    }

    /** The business day that is open. */
    LocalDate today() {
        return LocalDate.parse(as(Staff.ADMINISTRATOR)
                .read(Paths.ENROLLMENT + "calendar")
                .path("date")
                .asText());
    }

    /** Takes the step for every item, side by side; the answers come in the items' order, a failure ends the story. */
    <T, R> List<R> map(Collection<T> items, Function<T, R> step) {
        List<Future<R>> running =
                items.stream().map(item -> aside(() -> step.apply(item))).toList();
        return running.stream().map(House::join).toList();
    }

    /** Takes the step for every item, side by side. */
    <T> void each(Collection<T> items, Consumer<T> step) {
        map(items, item -> {
            step.accept(item);
            return item;
        });
    }

    /** Lets each officer take the step for the items that fall to him, side by side. */
    <T> void eachOfficer(Collection<T> items, Function<T, String> officer, BiConsumer<String, List<T>> step) {
        Map<String, List<T>> byOfficer =
                items.stream().collect(Collectors.groupingBy(officer, TreeMap::new, Collectors.toList()));
        each(byOfficer.entrySet(), entry -> step.accept(entry.getKey(), entry.getValue()));
    }

    /** Runs a task on a thread of its own. */
    <T> Future<T> aside(Callable<T> task) {
        return threads.submit(task);
    }

    /** Waits for a task; its failure becomes the caller's. */
    static <T> T join(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A request to a path of the house, with the account's token. */
    HttpRequest.Builder request(String account, String path) {
        return HttpRequest.newBuilder(door.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(account));
    }

    /** The identity provider may be away for a while like every other part. */
    private String token(String account) {
        return patiently((_, failure) -> failure instanceof CampusException).get(() -> tokens.apply(account));
    }

    /** Sends a command once the service has taken in what the driver did elsewhere before. */
    Reply command(String path, HttpRequest.Builder request) {
        awaitTakenIn(service(path));
        Reply reply = send(request.build());
        reply.headers().firstValue("Log-Index").ifPresent(positions::note);
        return reply;
    }

    /** Takes note that the service went on by itself to this index of its log for what the driver asked of it. */
    void reached(String service, long index) {
        positions.note(service, index);
    }

    /** Reads once the service has taken in everything the driver did elsewhere before. */
    Reply read(String path, HttpRequest.Builder request) {
        awaitTakenIn(service(path));
        return send(request.build());
    }

    /** Sends a request as it is, without regard to positions. */
    Reply send(HttpRequest request) {
        try {
            return House.<Reply>patiently((reply, failure) ->
                            failure instanceof IOException || (reply != null && AWAY.contains(reply.status())))
                    .get(() -> attempt(request));
        } catch (FailsafeException e) {
            throw new IllegalStateException(request.uri() + " cannot be reached", e.getCause());
        }
    }

    private Reply attempt(HttpRequest request) throws IOException, InterruptedException {
        inFlight.acquireUninterruptibly();
        try {
            return new Reply(client.send(request, BodyHandlers.ofByteArray()));
        } finally {
            inFlight.release();
        }
    }

    /** The position of a service: its last index and how far it has taken in the others. */
    JsonNode position(String service) {
        String path = "/api/" + service + "/log/position";
        Reply reply = send(request(WATCHER, path).GET().build());
        if (!reply.succeeded()) {
            throw new UnexpectedReplyException(WATCHER, "GET", path, reply);
        }
        return reply.json();
    }

    /** Asks again and again until the condition holds, and gives the last answer whether or not it ever did. */
    static <T> T await(CheckedSupplier<T> question, Predicate<T> condition) {
        return House.<T>patiently((answer, failure) -> failure == null && !condition.test(answer))
                .get(question);
    }

    /** Tries again as long as there is something in the way, until {@link #PATIENCE} is over. */
    private static <T> FailsafeExecutor<T> patiently(CheckedBiPredicate<T, Throwable> inTheWay) {
        return Failsafe.with(RetryPolicy.<T>builder()
                .handleIf(inTheWay)
                .withDelay(PAUSE)
                .withMaxRetries(-1)
                .withMaxDuration(PATIENCE)
                .build());
    }

    /** Waits until a service has taken in what the driver did elsewhere. */
    void awaitTakenIn(String service) {
        Map<String, Long> needed = positions.othersThan(service);
        if (covers(takenIn.getOrDefault(service, Map.of()), needed)) {
            return;
        }
        Map<String, Long> known = await(() -> takenInBy(service), taken -> {
            needed.keySet().retainAll(taken.keySet());
            return covers(taken, needed);
        });
        if (!covers(known, needed)) {
            throw new IllegalStateException(service + " has not taken in " + needed + " but " + known);
        }
    }

    private Map<String, Long> takenInBy(String service) {
        JsonNode inbox = position(service).path("inbox");
        Map<String, Long> known = new ConcurrentHashMap<>();
        inbox.fieldNames()
                .forEachRemaining(source -> known.put(source, inbox.path(source).asLong()));
        takenIn.put(service, known);
        return known;
    }

    private static boolean covers(Map<String, Long> known, Map<String, Long> needed) {
        return needed.entrySet().stream().allMatch(n -> known.getOrDefault(n.getKey(), 0L) >= n.getValue());
    }

    /** The service a path of the gateway leads to: {@code /api/<service>/…}. */
    private static String service(String path) {
        return path.split("/", 4)[2];
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
