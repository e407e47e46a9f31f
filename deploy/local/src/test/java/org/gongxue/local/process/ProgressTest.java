package org.gongxue.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void withoutATerminalAThingIsALineWhenItIsDone() {
        report(Progress.Style.LINES);

        assertThat(written.toString(StandardCharsets.UTF_8).lines().map(line -> line.replaceAll("[0-9.]+ s", "")))
                .extracting(line -> line.strip().replaceAll(" +", " "))
                .containsExactly("kafka ready");
    }

    @Test
    void inATerminalTheLineIsDrawnOver() {
        report(Progress.Style.TICKING);

        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("\033[1A\r\033[K")
                .contains("ready");
    }

    @Test
    void silenceIsSilent() {
        report(Progress.Style.SILENT);

        assertThat(written.size()).isZero();
    }

    private void report(Progress.Style style) {
        var progress = new Progress(new PrintStream(written, true, StandardCharsets.UTF_8), style);
        try (var _ = progress.ticking()) {
            Progress.Step step = progress.begin("kafka", "preparing");
            step.doing("starting");
            step.done("ready");
        }
    }
}
