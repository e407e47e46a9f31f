package org.gongxue.creditbank.certificate.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gongxue.eventlog.KeyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateKeysTest {

    private static final String NUMBER = "1737021001312345";

    @TempDir
    Path directory;

    @Test
    void keysAreMadeAtTheFirstStartAndServeEverAfter() {
        var first = new CertificateKeys(directory.resolve("keys"));
        var second = new CertificateKeys(directory.resolve("keys"));
        assertThat(second.token(NUMBER)).isEqualTo(first.token(NUMBER)).hasSize(43);
        assertThat(second.decrypt(first.encrypt(NUMBER, "o1"), "o1")).isEqualTo(NUMBER);
    }

    @Test
    void nobodyElseCanReadThem() throws IOException {
        var keys = directory.resolve("keys");
        assertThat(new CertificateKeys(keys).token(NUMBER)).isNotBlank();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        try (var files = Files.list(keys)) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void anotherKeyMakesOtherTokens() {
        assertThat(new CertificateKeys(directory.resolve("a")).token(NUMBER))
                .isNotEqualTo(new CertificateKeys(directory.resolve("b")).token(NUMBER));
    }

    @Test
    void aNumberIsReadOnlyUnderItsOwnOutcome() {
        var keys = new CertificateKeys(directory);
        var secret = keys.encrypt(NUMBER, "o1");
        assertThat(new String(secret, StandardCharsets.ISO_8859_1)).doesNotContain(NUMBER);
        assertThatThrownBy(() -> keys.decrypt(secret, "o2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void instancesStartingAtOnceAgreeOnOneKey() throws Exception {
        var file = directory.resolve("some.key");
        var made = new AtomicInteger();
        Callable<String> start = () -> new String(
                KeyFiles.readOrCreate(file, () -> ("key " + made.incrementAndGet()).getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var keys = threads.invokeAll(
                    IntStream.range(0, 16).mapToObj(_ -> start).toList());
            var onDisk = Files.readString(file);
            for (var key : keys) {
                assertThat(key.get()).isEqualTo(onDisk);
            }
        }
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }
}
