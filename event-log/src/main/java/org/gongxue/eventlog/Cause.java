package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.UUID;

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

    static Cause of(Submission<?> submission) {
        String text = "command:" + submission.principal() + "/" + submission.commandId();
        String correlation = submission.correlation();
        return new Cause(text, correlation == null ? submission.commandId().toString() : correlation);
    }

    static Cause of(Input input) {
        return new Cause("input:" + input.source() + "/" + input.index(), input.correlation());
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
