package org.gongxue.enrollment.vault.edge;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** The folder of keysets, readable by the service's user alone; a missing keyset is made at the first start. */
record KeyFolder(Path folder) {

    /**
     * A keyset by its file name. Of several instances starting at once one makes it and the others read that one's: a
     * keyset appears whole or not at all.
     */
    KeysetHandle keyset(String name, Parameters ifMissing) throws GeneralSecurityException, IOException {
        var file = folder.resolve(name);
        if (Files.notExists(file)) {
            var fresh = TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(ifMissing), InsecureSecretKeyAccess.get());
            publish(file, fresh);
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
    }

    private void publish(Path file, String keyset) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var draft = Files.createTempFile(
                folder,
                file.getFileName().toString(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, keyset, StandardCharsets.UTF_8);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            // Another instance was faster; its keyset counts.
        } finally {
            Files.delete(draft);
        }
    }
}
