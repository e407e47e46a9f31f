package org.gongxue.local.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongxue.local.part.PostgresServer;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds.
 *
 * @param format the revision of the backup's layout
 * @param takenAt when it was begun (ISO 8601)
 * @param postgres the version of PostgreSQL that wrote it; those of the same major version can read it
 * @param secrets the mark of the secrets that open it
 * @param logs where each service's log ended
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Contents(int format, String takenAt, String postgres, String secrets, List<End> logs) {
    static final int FORMAT = 1;
    static final String FILE = "backup.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * The end of a log.
     *
     * @param service whose it is
     * @param lastIndex the index of its last event, 0 if it has none
     * @param recordedAt when that was recorded; null if there is none
     */
    public record End(
            String service, long lastIndex, @Nullable String recordedAt) {}

    /** The end of every service's log as of now. */
    public static List<End> ends(PostgresServer server) throws SQLException {
        var ends = new ArrayList<End>();
        for (String database : PostgresServer.SERVICE_DATABASES) {
            try (Connection c = server.connect(database)) {
                ends.add(end(c, database.replace('_', '-')));
            }
        }
        return ends;
    }

    private static End end(Connection c, String service) throws SQLException {
        try (var s = c.createStatement()) {
            try (var row = s.executeQuery("SELECT to_regclass('log.event') IS NOT NULL")) {
                row.next();
                if (!row.getBoolean(1)) {
                    return new End(service, 0, null);
                }
            }
            try (var row = s.executeQuery("SELECT index, to_char(recorded_at AT TIME ZONE 'UTC',"
                    + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM log.event ORDER BY index DESC LIMIT 1")) {
                return row.next() ? new End(service, row.getLong(1), row.getString(2)) : new End(service, 0, null);
            }
        }
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Contents read(Path backup) {
        try {
            return JSON.readValue(backup.resolve(FILE).toFile(), Contents.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + backup.resolve(FILE), e);
        }
    }

    /** Prints where the logs end, one a line. */
    public static void print(List<End> logs, PrintStream out) {
        logs.forEach(log -> out.printf(
                Locale.ROOT,
                "  %-12s up to index %d%s%n",
                log.service(),
                log.lastIndex(),
                log.recordedAt() == null ? "" : ", recorded " + log.recordedAt()));
    }
}
