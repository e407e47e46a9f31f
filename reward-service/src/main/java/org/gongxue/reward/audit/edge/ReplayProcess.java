package org.gongxue.reward.audit.edge;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongxue.reward.RewardDomain;
import org.gongxue.reward.audit.ReplayLine;

/**
 * The replay's own process. It knows the published events and the live service's public interface, and no database; it
 * says how far it is and what it found on its standard output, one JSON object a line, and ends when nobody listens.
 */
public final class ReplayProcess {

    private static final int CANNOT = 1;
    private static final int NOBODY_LISTENS = 2;

    private ReplayProcess() {}

    /** Arguments: replay id, mode, effective date or {@code now}. The environment is {@link ReplaySettings}. */
    public static void main(String... arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        endWithListener();
        System.exit(replay(List.of(arguments), new ReplayProgress(out)));
    }

    private static int replay(List<String> arguments, ReplayProgress progress) {
        try {
            var what = ReplayCommandLine.parse(arguments);
            var replay = new Replay(ReplaySettings.from(System.getenv()), RewardDomain.SERVICE, what, progress);
            progress.end(replay.run());
            return 0;
        } catch (InterruptedException | IOException | RuntimeException e) { // told to the service, whatever it is
            e.printStackTrace(System.err);
            progress.end(new ReplayLine.Failed(e.toString()));
            return CANNOT;
        }
    }

    /** The service holds the other end of standard input; when it is gone, so is the one who asked. */
    private static void endWithListener() {
        Thread.ofPlatform().daemon().name("listener").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Nothing is said on this pipe.
                }
            } catch (IOException e) {
                // Broken is as good as closed.
            }
            Runtime.getRuntime().halt(NOBODY_LISTENS);
        });
    }
}
