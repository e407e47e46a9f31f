package org.gongxue.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The command {@code campus verify pack.zip [--since checkpoint] [--proof file] [--key key]}: checks an evidence pack
 * without a network. Ends with 0 when it passed, 1 when something is wrong, 3 when something could not be checked, 2
 * when it was called wrongly.
 */
public final class Verify {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String USAGE = """
            Usage: campus verify <pack.zip> [--since <checkpoint>]… [--proof <file>]… [--key <key>]…
              --since   a checkpoint that you hold from before (a signed note): the log must have gone on from it
              --proof   a consistency proof, where the pack does not bring it
              --key     a verifier key that you hold from elsewhere, or a file with it: the pack must know it
            """;

    private Verify() {}

    /** Runs the command. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), new PrintStream(System.out, true, UTF_8)));
    }

    /** Runs the command and prints to {@code out}; what it ends with. */
    public static int run(List<String> arguments, PrintStream out) {
        byte[] pack = null;
        var notes = new ArrayList<byte[]>();
        var proofs = new ArrayList<byte[]>();
        var keys = new ArrayList<LogKey>();
        try {
            for (var rest = arguments.iterator(); rest.hasNext(); ) {
                var argument = rest.next();
                var isOption = argument.startsWith("--");
                if (isOption ? !rest.hasNext() : pack != null) {
                    throw new MalformedException("unexpected " + argument);
                }
                switch (argument) {
                    case "--since" -> notes.add(Files.readAllBytes(Path.of(rest.next())));
                    case "--proof" -> proofs.add(withoutLineEnd(Files.readAllBytes(Path.of(rest.next()))));
                    case "--key" -> keys.add(key(rest.next()));
                    default -> {
                        if (isOption) {
                            throw new MalformedException("unexpected " + argument);
                        }
                        pack = Files.readAllBytes(Path.of(argument));
                    }
                }
            }
            if (pack == null) {
                throw new MalformedException("no pack");
            }
        } catch (MalformedException e) {
            out.println(e.getMessage());
            out.print(USAGE);
            return Verdict.MISUSED;
        } catch (IOException | InvalidPathException e) {
            out.println("cannot be read: " + e.getMessage());
            return Verdict.MISUSED;
        }
        var result = PackCheck.check(pack, new PackCheck.Held(notes, proofs, keys));
        print(result, !keys.isEmpty() || !notes.isEmpty(), out);
        return result.verdict().exitCode();
    }

    private static byte[] withoutLineEnd(byte[] bytes) {
        return new String(bytes, UTF_8).stripTrailing().getBytes(UTF_8);
    }

    private static LogKey key(String argument) throws IOException, MalformedException {
        return LogKey.ofVerifierKey(
                argument.startsWith("gongxue/") ? argument : Files.readString(Path.of(argument), UTF_8));
    }

    private static void print(PackCheck.Result result, boolean isHeldAgainst, PrintStream out) {
        var manifest = result.manifest();
        if (manifest != null) {
            var paymentId = manifest.paymentId();
            out.println("entitlement " + manifest.entitlementId()
                    + (paymentId == null ? "" : ", payment " + paymentId) + ", packed " + time(manifest.at()) + " for "
                    + manifest.askedBy());
        }
        out.println(result.events() + " events");
        result.checkpoints().forEach((service, checkpoint) -> {
            var recordedAt = checkpoint.recordedAt();
            out.println("log of " + service + ": " + checkpoint.size() + " events"
                    + (recordedAt == null ? "" : " through " + time(recordedAt)));
        });
        result.keys()
                .values()
                .forEach(history -> out.println(
                        "  first key " + history.keys().getFirst().key().verifierKey()));
        result.findings().forEach(out::println);
        if (!isHeldAgainst && result.verdict() == Verdict.PASSED) {
            out.println(
                    "The pack agrees with itself and its keys. Whether these are the service's keys, and the log still"
                            + " the one of earlier days, only --key and --since with what you hold can tell.");
        }
        out.println(
                switch (result.verdict()) {
                    case PASSED -> "passed";
                    case FAILED -> "FAILED";
                    case INCOMPLETE -> "INCOMPLETE: what could not be checked is no pass";
                });
    }

    private static String time(long micros) {
        return Instant.EPOCH
                .plus(micros, ChronoUnit.MICROS)
                .atZone(SHANGHAI)
                .toOffsetDateTime()
                .toString();
    }
}
