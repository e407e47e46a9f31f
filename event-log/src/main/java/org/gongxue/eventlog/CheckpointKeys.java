package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.gongxue.eventlog.tree.SignedNote;
import org.gongxue.eventlog.tree.SignerKey;

/**
 * The folder where a service keeps the keys of its checkpoints, and beside them the last checkpoint that they signed: a
 * database that was set back or rewritten does not make the signer forget it.
 */
record CheckpointKeys(Path folder, String service) {
    private static final String LAST = "checkpoint-last.txt";

    /** The n-th key, made if it is missing: the first at the first start, any other for a rotation. */
    SignerKey make(int number) throws IOException {
        return signer(
                number,
                KeyFiles.readOrCreate(file(number), () -> Base64.getEncoder().encode(SignerKey.freshSecret())));
    }

    /**
     * The key that the log names.
     *
     * @throws IllegalStateException if the folder does not have it
     */
    SignerKey signer(LoggedKey logged) throws IOException {
        int number = Integer.parseInt(logged.name().substring(logged.name().lastIndexOf('/') + 1));
        if (Files.notExists(file(number))) {
            throw new IllegalStateException("no checkpoint is signed: " + file(number) + " is missing; put it back");
        }
        SignerKey key = signer(number, Files.readAllBytes(file(number)));
        if (!key.verifier().vkey().equals(logged.verifier().vkey())) {
            throw new IllegalStateException(
                    "no checkpoint is signed: " + file(number) + " is not the key that the log names; put that back");
        }
        return key;
    }

    private SignerKey signer(int number, byte[] secret) {
        return SignerKey.of(
                CheckpointKeyring.nameOf(service, number), Base64.getDecoder().decode(secret));
    }

    private Path file(int number) {
        return folder.resolve("checkpoint-" + number + ".key");
    }

    /** The last checkpoint signed here, as far as this folder knows. */
    Optional<SignedNote> last() throws IOException {
        Path file = folder.resolve(LAST);
        return Files.exists(file) ? Optional.of(SignedNote.parse(Files.readString(file))) : Optional.empty();
    }

    /** Remembers, durably, that a checkpoint was signed; to be called before anybody sees it. */
    void remember(SignedNote note) throws IOException {
        Path draft = folder.resolve(LAST + ".new");
        try (var file = FileChannel.open(draft, CREATE, WRITE, TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(note.toString().getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(draft, folder.resolve(LAST), ATOMIC_MOVE, REPLACE_EXISTING);
    }
}
