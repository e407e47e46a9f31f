package org.gongxue.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongxue.verify.PackCheck.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What passes, what the command says and ends with, and what only something held from outside can find (invariant 8). */
class PackTest {

    private final SamplePack pack = new SamplePack();
    private final String before = pack.reward.checkpoint(pack.reward.events.size());
    private final int beforeSize = pack.reward.events.size();
    private final Map<String, byte[]> files = pack.lived().files();

    @TempDir
    Path folder;

    @Test
    void aTruePackPasses() {
        var result = PackCheck.check(SamplePack.zip(files), Held.NOTHING);
        assertThat(result.findings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.events()).isEqualTo(11);
    }

    @Test
    void aHeldCheckpointIsTheBeginningOfThePacksLog() {
        SamplePack.put(files, "consistency/reward.json", pack.reward.consistency(beforeSize, pack.size));
        assertThat(verdict(files, held(before))).isEqualTo(Verdict.PASSED);
        assertThat(verdict(files, Held.NOTHING)).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void aHeldCheckpointOfTheSameSizeNeedsNoProof() {
        assertThat(verdict(files, held(pack.reward.checkpoint(pack.size)))).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aHeldCheckpointThatIsNewerIsHeldAgainstThePackWithAProof() {
        pack.reward.add("fund/F-1", "later", "{}");
        var newer = pack.reward.checkpoint(pack.size + 1);
        assertThat(verdict(files, held(newer))).isEqualTo(Verdict.INCOMPLETE);
        var proof = pack.reward.consistency(pack.size, pack.size + 1).getBytes(UTF_8);
        assertThat(verdict(files, new Held(List.of(newer.getBytes(UTF_8)), List.of(proof), List.of())))
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void withoutAProofOfConsistencyTheVerdictIsIncomplete() {
        assertThat(verdict(files, held(before))).isEqualTo(Verdict.INCOMPLETE);
        SamplePack.put(files, "consistency/reward.json", pack.reward.consistency(beforeSize - 1, pack.size));
        assertThat(verdict(files, held(before))).isEqualTo(Verdict.INCOMPLETE);
    }

    /** Whoever has the keys can make a pack that agrees with itself; only what was held before finds it. */
    @Test
    void aLogThatWasRewrittenAndSignedAgainFailsAgainstTheHeldCheckpoint() {
        var rewritten = new SamplePack();
        var old = rewritten.reward.events.get(2);
        rewritten.reward.events.set(2, old.withData("{\"fundId\":\"F-9\"}"));
        var forged = rewritten.lived().files();
        assertThat(verdict(forged, Held.NOTHING)).isEqualTo(Verdict.PASSED);
        SamplePack.put(forged, "consistency/reward.json", rewritten.reward.consistency(beforeSize, rewritten.size));
        var result = PackCheck.check(SamplePack.zip(forged), held(before));
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.findings()).singleElement().asString().contains("the log was rewritten");
    }

    @Test
    void aHeldKeyMustBeOneThatThePackKnows() throws MalformedException {
        var first = pack.reward.keys.getFirst();
        var known = LogKey.ofVerifierKey(pack.reward.verifierKey(first));
        assertThat(known.verifierKey()).isEqualTo(pack.reward.verifierKey(first));
        assertThat(verdict(files, new Held(List.of(), List.of(), List.of(known))))
                .isEqualTo(Verdict.PASSED);
        var other = new SampleLog("reward");
        other.addKey(SampleLog.newKey(99), null);
        var unknown = LogKey.ofVerifierKey(other.verifierKey(other.keys.getFirst()));
        assertThat(verdict(files, new Held(List.of(), List.of(), List.of(unknown))))
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void theCommandEndsWithWhatItFound() throws IOException {
        var good = file("good.zip", SamplePack.zip(files));
        var bytes = SamplePack.zip(files);
        var bad = file("bad.zip", Arrays.copyOf(bytes, bytes.length - 30));
        var since = file("since.txt", before.getBytes(UTF_8));
        var proof = file("proof.json", (pack.reward.consistency(beforeSize, pack.size) + "\n").getBytes(UTF_8));
        var key = pack.reward.verifierKey(pack.reward.keys.getFirst());
        assertThat(run(0, good)).contains("passed").contains("2017-000001-1").contains(key);
        assertThat(run(0, good, "--since", since, "--proof", proof, "--key", key))
                .doesNotContain("only --key");
        assertThat(run(3, good, "--since", since)).contains("INCOMPLETE").contains("no proof of consistency");
        assertThat(run(1, file("none.zip", new byte[0]))).contains("FAILED");
        assertThat(run(3, bad)).contains("INCOMPLETE").doesNotContain("passed");
        for (var wrong : List.of(
                List.<String>of(),
                List.of("--since"),
                List.of(good, good),
                List.of(good, "--else", "x"),
                List.of(good, "--key", "gongxue/reward/1+00000000+AAAA"),
                List.of("nowhere.zip"))) {
            assertThat(Verify.run(wrong, new PrintStream(new ByteArrayOutputStream(), true, UTF_8)))
                    .isEqualTo(Verdict.MISUSED);
        }
    }

    private String run(int exitCode, String... arguments) {
        var out = new ByteArrayOutputStream();
        assertThat(Verify.run(List.of(arguments), new PrintStream(out, true, UTF_8)))
                .as(out.toString(UTF_8))
                .isEqualTo(exitCode);
        return out.toString(UTF_8);
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private static Verdict verdict(Map<String, byte[]> files, Held held) {
        return PackCheck.check(SamplePack.zip(files), held).verdict();
    }

    private static Held held(String note) {
        return new Held(List.of(note.getBytes(UTF_8)), List.of(), List.of());
    }
}
