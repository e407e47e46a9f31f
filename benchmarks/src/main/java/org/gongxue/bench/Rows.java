package org.gongxue.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;

/** The rows that those without a log write: {@code rows.sql}, filled as the log fills its own. */
final class Rows {
    /** As long as a SHA-256. */
    static final byte[] HASH = new byte[32];

    static final byte[] OUTCOME =
            "{\"accepted\":true,\"refusal\":null,\"firstIndex\":1000000,\"lastIndex\":1000000}".getBytes(UTF_8);

    private Rows() {}

    static String schema() {
        try (var in = Objects.requireNonNull(Rows.class.getResourceAsStream("/rows.sql"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String cause(UUID command) {
        return "command:" + Work.WHO + "/" + command;
    }
}
