package org.gongxue.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    private Path folder;

    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("cat").start();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void aRememberedProcessIsFoundAgain() {
        Path file = folder.resolve("cat.pid");
        PidFile.of(process.toHandle(), "cat").write(file);

        assertThat(PidFile.read(file).flatMap(PidFile::living).map(ProcessHandle::pid))
                .contains(process.pid());
    }

    @Test
    void aProcessThatEndedIsNotFound() {
        PidFile remembered = PidFile.of(process.toHandle(), "cat");

        process.destroyForcibly();
        process.onExit().join();

        assertThat(remembered.living()).isEmpty();
    }

    @Test
    void aLaterProcessWithTheSamePidIsAStranger() {
        PidFile now = PidFile.of(process.toHandle(), "cat");
        var remembered = new PidFile(now.pid(), now.startedAt().minusSeconds(60), "cat");

        assertThat(remembered.living()).isEmpty();
    }

    @Test
    void anotherProgramWithTheSamePidIsAStranger() {
        PidFile now = PidFile.of(process.toHandle(), "cat");

        assertThat(new PidFile(now.pid(), now.startedAt(), "postgres").living()).isEmpty();
    }

    @Test
    void aFileCutShortByACrashSaysNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("cat.pid"), process.pid() + "\n");

        assertThat(PidFile.read(file)).isEqualTo(Optional.empty());
    }
}
