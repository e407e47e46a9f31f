package org.gongxue.kit.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.gongxue.eventlog.Recovery;
import org.jboss.logging.Logger;

/** Tells people what a recovery brought back, and what it could not. */
final class RecoveryReport {
    private static final Logger LOG = Logger.getLogger(RecoveryReport.class);
    private static final int IDS_SHOWN_MAX = 1000;

    private final StringBuilder text = new StringBuilder();

    /** Writes the report into a file and into the service's log. */
    static void write(Path file, Recovery.Report recovered, List<OutsideTheLog> kept, DataSource dataSource) {
        var report = new RecoveryReport();
        report.tell(recovered);
        try (Connection c = dataSource.getConnection()) {
            for (OutsideTheLog thing : kept) {
                report.tell(thing, thing.missing(c));
            }
            Files.writeString(file, report.text);
        } catch (SQLException e) {
            throw new IllegalStateException("what is missing beside the log cannot be told", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report of the recovery", e);
        }
        LOG.info(report.text);
    }

    private void tell(Recovery.Report recovered) {
        if (recovered.lastIndex() == recovered.restoredIndex()) {
            line(recovered.service() + ": nothing to recover, log and topic end at index " + recovered.lastIndex());
            return;
        }
        line("%s: was restored up to index %d; its topic gave back %d events, up to index %d"
                .formatted(
                        recovered.service(),
                        recovered.restoredIndex(),
                        recovered.lastIndex() - recovered.restoredIndex(),
                        recovered.lastIndex()));
        line("  " + recovered.outcomes() + " commands have their outcome again");
        new TreeMap<>(recovered.inbox())
                .forEach((source, next) -> line("  inputs of " + source + " are taken in up to index " + (next - 1)));
    }

    private void tell(OutsideTheLog thing, List<String> missing) {
        if (!missing.isEmpty()) {
            line("  missing, for no topic holds them: " + thing.what() + " (" + missing.size() + ")");
            missing.stream().limit(IDS_SHOWN_MAX).forEach(id -> line("    " + id));
            if (missing.size() > IDS_SHOWN_MAX) {
                line("    and " + (missing.size() - IDS_SHOWN_MAX) + " more");
            }
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
