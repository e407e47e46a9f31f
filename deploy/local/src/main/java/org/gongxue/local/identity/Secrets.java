package org.gongxue.local.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.gongxue.local.Part;

/** The secrets of one campus, each made at random when first asked for and kept in a file only its owner reads. */
public final class Secrets {
    /** Letters and digits that nobody confuses when typing them from a screen. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 40;
    private static final int TYPED_LENGTH = 12;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** The password of all sample accounts; short enough to type. */
    public String samplePassword() {
        return secret("sample-password", TYPED_LENGTH);
    }

    /** Password of a PostgreSQL role. */
    public String databasePassword(String role) {
        return secret("database-" + role, LENGTH);
    }

    /** The file with the password of a PostgreSQL role, for programs that want a file. */
    public Path databasePasswordFile(String role) {
        databasePassword(role);
        return folder.resolve("database-" + role);
    }

    /** Tells these secrets from those of another campus and gives none of them away. */
    public String mark() {
        try {
            byte[] password = databasePassword("postgres").getBytes(StandardCharsets.UTF_8);
            // The password has more than 200 bits: its digest alone cannot be turned back.
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(password));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Secret of a confidential client of the realm. */
    public String clientSecret(String clientId) {
        return secret("client-" + clientId, LENGTH);
    }

    /** Password of Keycloak's own administrator `admin`. */
    public String keycloakAdministrator() {
        return secret("keycloak-admin", LENGTH);
    }

    /** Key under which the gateway encrypts its session cookies. */
    public String sessionKey() {
        return secret("session-key", LENGTH);
    }

    /** Where a service keeps the keys that it makes for itself. */
    public Path keys(Part part) {
        Path keys = folder.resolve("keys-of-" + part.label());
        try {
            if (!Files.isDirectory(keys)) {
                Files.createDirectory(
                        keys, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized String secret(String name, int length) {
        Path file = folder.resolve(name);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            String made = random(length);
            try (var channel = Files.newByteChannel(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                channel.write(ByteBuffer.wrap((made + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            return made;
        } catch (FileAlreadyExistsException e) {
            return secret(name, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String random(int length) {
        return random.ints(length, 0, ALPHABET.length())
                .mapToObj(at -> ALPHABET.substring(at, at + 1))
                .reduce("", String::concat);
    }
}
