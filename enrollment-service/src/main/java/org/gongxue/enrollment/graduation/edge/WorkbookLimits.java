package org.gongxue.enrollment.graduation.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.RefusedException;

/** What an uploaded workbook may be at most; looked at before anything of it is read. */
final class WorkbookLimits {

    /** The largest file, bytes. */
    static final int FILE_BYTES_MAX = 20 * 1024 * 1024;

    /** The largest unpacked content, bytes: a small file must not unpack to a huge one. */
    private static final long UNPACKED_BYTES_MAX = 40L * 1024 * 1024;

    private static final int PARTS_MAX = 1_000;
    private static final int SIGNATURE_BYTES = 8;

    private WorkbookLimits() {}

    /**
     * Passes an xlsx of bearable size.
     *
     * @throws RefusedException (422) saying what it is instead
     */
    static void require(byte[] content) {
        if (content.length > FILE_BYTES_MAX) {
            throw tooLarge();
        }
        if (content.length < SIGNATURE_BYTES) {
            throw new RefusedException(Refusal.invalid("FILE_NOT_XLSX", "file", null, "xlsx"));
        }
        if (ReadableWorkbook.isOLE2Header(content)) {
            throw new RefusedException(Refusal.invalid("FILE_OLD_OR_LOCKED", "file", "xls", "xlsx"));
        }
        if (!ReadableWorkbook.isOOXMLZipHeader(content)) {
            throw new RefusedException(Refusal.invalid("FILE_NOT_XLSX", "file", null, "xlsx"));
        }
        try {
            requireBearable(content);
        } catch (IOException e) {
            throw new RefusedException(Refusal.invalid("FILE_UNREADABLE", "file", null, null));
        }
    }

    private static void requireBearable(byte[] content) throws IOException {
        var unpacked = 0L;
        var parts = 0;
        var buffer = new byte[64 * 1024];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            while (zip.getNextEntry() != null) {
                if (++parts > PARTS_MAX) {
                    throw tooLarge();
                }
                for (var read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > UNPACKED_BYTES_MAX) {
                        throw tooLarge();
                    }
                }
            }
        }
        if (parts == 0) {
            throw new RefusedException(Refusal.invalid("FILE_NOT_XLSX", "file", null, "xlsx"));
        }
    }

    private static RefusedException tooLarge() {
        return new RefusedException(Refusal.invalid("FILE_TOO_LARGE", "file", null, "20 MB"));
    }
}
