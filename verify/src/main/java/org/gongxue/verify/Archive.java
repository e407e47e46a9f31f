package org.gongxue.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The archive of a pack, held in memory.
 *
 * @param files what is in it, by name
 * @param isAsPacked whether it is, byte for byte, the archive that is made of these files: without compression, all
 *     dated 1980-01-01. Then there is no byte in it that nothing vouches for
 */
record Archive(Map<String, byte[]> files, boolean isAsPacked) {

    private static final int FILES_MAX = 20_000;
    private static final int BYTES_MAX = 256 * 1024 * 1024;
    private static final LocalDateTime UNDATED = LocalDateTime.of(1980, 1, 1, 0, 0);

    static Archive read(byte[] zip) throws MalformedException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            var bytesLeft = BYTES_MAX;
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var bytes = in.readNBytes(bytesLeft);
                bytesLeft -= bytes.length;
                if (in.read() >= 0 || files.size() == FILES_MAX) {
                    throw new MalformedException("too much is in it");
                }
                if (files.put(entry.getName(), bytes) != null) {
                    throw new MalformedException("a name is in it twice: " + entry.getName());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedException("no zip archive that can be read: " + e.getMessage());
        }
        if (files.isEmpty()) {
            throw new MalformedException("no zip archive");
        }
        return new Archive(files, Arrays.equals(packed(files), zip));
    }

    /** The archive that is made of these files in this order. */
    private static byte[] packed(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey(), file.getValue()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(UNDATED);
        return entry;
    }
}
