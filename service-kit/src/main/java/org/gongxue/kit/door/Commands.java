package org.gongxue.kit.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.ParkedCommand;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.Submission;
import org.gongxue.kit.watch.LogTracing;
import org.jspecify.annotations.Nullable;

/**
 * Hands a caller's commands to the log, each once: the same {@code Idempotency-Key} of the same caller with the same
 * request gets the first answer again; with another request it is refused.
 *
 * <p>Ids that a command brings along come from {@link #newId}, so that a repeated request makes the same command.
 */
@RequestScoped
public class Commands {

    /** The request header that names a command (IETF draft idempotency-key). */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final int KEY_LENGTH_MAX = 100;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final EventLog<Object> log;
    private final Caller caller;
    private final HttpHeaders headers;
    private @Nullable UUID requestId;
    private long lastIndex;
    private int submittedTogether;

    Commands(EventLog<Object> log, Caller caller, HttpHeaders headers) {
        this.log = log;
        this.caller = caller;
        this.headers = headers;
    }

    /** Submits one command and waits for its commit; a refusal is an outcome like any other. */
    public Outcome submit(Object command) {
        return seen(send(command, requestId()).join());
    }

    /** Submits one command and waits. @throws RefusedException when it is refused */
    public Outcome run(Object command) {
        return accepted(submit(command));
    }

    /** Submits one command, waits and reads its answer. @throws RefusedException when it is refused */
    public <A> A run(Object command, Class<A> answer) {
        return answer(run(command), answer);
    }

    /** Submits a command about parked inputs, waits and reads its answer. @throws RefusedException when it is refused */
    public ParkedCommand.Answer runAboutParked(ParkedCommand command) {
        var outcome = log.submitAboutParked(submission(command, requestId())).join();
        return answer(accepted(seen(outcome)), ParkedCommand.Answer.class);
    }

    /**
     * Submits many commands at once and waits for all. Ids follow from the request's key and the commands' order, over
     * all calls within one request.
     */
    public List<Outcome> submitAll(List<?> commands) {
        var pending = new ArrayList<CompletableFuture<Outcome>>(commands.size());
        for (var command : commands) {
            pending.add(send(command, derived(requestId() + "#" + submittedTogether++)));
        }
        return pending.stream().map(future -> seen(future.join())).toList();
    }

    /**
     * The decision's answer as a record.
     *
     * @throws RefusedException when the command was done before and its answer was lost with a database (ADR 0024)
     */
    public static <A> A answer(Outcome outcome, Class<A> type) {
        var answer = outcome.answer();
        if (answer == null && outcome.repeated()) {
            throw new RefusedException(Refusal.conflict("ANSWER_LOST", IDEMPOTENCY_KEY, null, null)
                    .withFacts(Map.of("index", Long.toString(outcome.lastIndex()))));
        }
        if (answer == null) {
            throw new IllegalStateException("The decision gave no " + type.getSimpleName());
        }
        try {
            return JSON.readValue(answer, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Not a " + type.getSimpleName(), e);
        }
    }

    /** An id for something this request creates: the same again when the request is repeated. */
    public String newId(String prefix) {
        return newId(prefix, 0);
    }

    /** An id for the n-th thing of its kind that this request creates. */
    public String newId(String prefix, int ordinal) {
        var digits =
                derived(requestId() + "/" + prefix + "/" + ordinal).toString().replace("-", "");
        return prefix + "-" + digits.substring(0, 20);
    }

    /** The last index of what this request did, 0 when nothing. */
    long lastIndex() {
        return lastIndex;
    }

    private CompletableFuture<Outcome> send(Object command, UUID commandId) {
        return log.submit(submission(command, commandId));
    }

    private <C> Submission<C> submission(C command, UUID commandId) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Submission<>(
                caller.actor(),
                commandId,
                requestHash(command),
                caller.actor(),
                null,
                now,
                command,
                LogTracing.current());
    }

    private Outcome seen(Outcome outcome) {
        lastIndex = Math.max(lastIndex, outcome.lastIndex());
        return outcome;
    }

    private static Outcome accepted(Outcome outcome) {
        var refusal = outcome.refusal();
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
        return outcome;
    }

    private UUID requestId() {
        var id = requestId;
        if (id == null) {
            var key = headers.getHeaderString(IDEMPOTENCY_KEY);
            if (key != null && key.length() > KEY_LENGTH_MAX) {
                throw new RefusedException(Refusal.invalid(
                        "IDEMPOTENCY_KEY_TOO_LONG", IDEMPOTENCY_KEY, key.substring(0, 20) + "…", "100"));
            }
            id = key == null || key.isBlank() ? UUID.randomUUID() : derived(caller.actor() + "|" + key);
            requestId = id;
        }
        return id;
    }

    private static byte[] requestHash(Object command) {
        try {
            var digest = sha256();
            digest.update(command.getClass().getName().getBytes(StandardCharsets.UTF_8));
            return digest.digest(JSON.writeValueAsBytes(command));
        } catch (IOException e) {
            throw new UncheckedIOException("Not JSON: " + command.getClass(), e);
        }
    }

    private static UUID derived(String name) {
        var bytes = ByteBuffer.wrap(sha256().digest(name.getBytes(StandardCharsets.UTF_8)));
        // RFC 9562 version 8, variant 10: an id of our own making.
        return new UUID(
                (bytes.getLong() & ~0xF000L) | 0x8000L, (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | (1L << 63));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
