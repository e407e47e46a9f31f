package org.gongxue.reward.sheet.edge;

import java.io.IOException;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.RefusedException;

/** A small file may unpack to gigabytes: what it holds is counted before anything is kept of it. */
public final class UnpackedSize {

    private static final long BYTES_MAX = 40_000_000;

    private UnpackedSize() {}

    /**
     * Lets pass what unpacks to a bearable size.
     *
     * @throws RefusedException (422) if it is more
     * @throws IOException if it is no zip file
     */
    public static void require(byte[] file) throws IOException {
        var left = BYTES_MAX;
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var in = zip.getInputStream(entry)) {
                    left -= in.skip(left + 1);
                }
                if (left < 0) {
                    throw new RefusedException(
                            Refusal.invalid("FILE_UNPACKS_TOO_LARGE", "file", null, BYTES_MAX / 1_000_000 + " MB"));
                }
            }
        }
    }
}
