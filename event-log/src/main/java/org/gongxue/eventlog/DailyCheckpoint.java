package org.gongxue.eventlog;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One file a day, {@code <service>-<day>.txt}: the newest checkpoint, so that when the day is over it is the last of the
 * day. To be taken out of the house, to where who keeps the log has no hand on it.
 */
record DailyCheckpoint(Path folder, String service) {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    void keep(Optional<String> checkpoint, Instant now) throws IOException {
        if (checkpoint.isEmpty()) {
            return;
        }
        Path file = folder.resolve(service + "-" + now.atZone(SHANGHAI).toLocalDate() + ".txt");
        if (Files.exists(file) && Files.readString(file).equals(checkpoint.get())) {
            return;
        }
        Files.createDirectories(folder);
        Path draft = folder.resolve(service + ".new");
        Files.writeString(draft, checkpoint.get());
        Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }
}
