package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What brought events about.
 *
 * @param text names the command or the input, once in the whole life of the log
 * @param correlation what it belongs to, across services
 */
record Cause(String text, String correlation) {
    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_BITS = 0xf000L;
    private static final long VARIANT_RFC_9562 = 0x8000_0000_0000_0000L;
    private static final long VARIANT_BITS = 0xc000_0000_0000_0000L;

    private static final String COMMAND = "command:";
    private static final String INPUT = "input:";
    private static final String PARKED = "parked:";

    /** Where an input stands in its source's log. */
    record InputKey(String source, long index) {}

    static Cause of(Submission<?> submission) {
        String text = COMMAND + submission.principal() + "/" + submission.commandId();
        String correlation = submission.correlation();
        return new Cause(text, correlation == null ? submission.commandId().toString() : correlation);
    }

    static Cause of(Input input) {
        return new Cause(INPUT + input.source() + "/" + input.index(), input.correlation());
    }

    /** The command that a cause names, if it is one. */
    static Optional<CommandKey> command(String cause) {
        int slash = cause.lastIndexOf('/');
        return cause.startsWith(COMMAND) && slash > 0
                ? Optional.of(new CommandKey(
                        cause.substring(COMMAND.length(), slash), UUID.fromString(cause.substring(slash + 1))))
                : Optional.empty();
    }

    /** The input that a cause names, if it is one. */
    static Optional<InputKey> input(String cause) {
        int slash = cause.lastIndexOf('/');
        return cause.startsWith(INPUT) && slash > 0
                ? Optional.of(new InputKey(
                        cause.substring(INPUT.length(), slash), Long.parseLong(cause.substring(slash + 1))))
                : Optional.empty();
    }

    /** The input that a cause names, whether it was decided or parked; null if it is a command. */
    static @Nullable InputKey inputOrParked(String cause) {
        return cause.startsWith(COMMAND)
                ? null
                : input(cause.startsWith(PARKED) ? INPUT + cause.substring(PARKED.length()) : cause)
                        .orElse(null);
    }

    /** An input that is parked has had no effect yet: what it leads to one day has the input itself as its cause. */
    static Cause ofParking(Input input) {
        return new Cause(PARKED + input.source() + "/" + input.index(), input.correlation());
    }

    /** The id of the n-th event of this cause in a service's log: the same on every run (UUID version 8, RFC 9562). */
    UUID eventId(String service, int ordinal) {
        byte[] hash = Leaf.sha256().digest((service + "\n" + text + "\n" + ordinal).getBytes(UTF_8));
        var bits = ByteBuffer.wrap(hash);
        long high = (bits.getLong() & ~VERSION_BITS) | VERSION_8;
        long low = (bits.getLong() & ~VARIANT_BITS) | VARIANT_RFC_9562;
        return new UUID(high, low);
    }
}
