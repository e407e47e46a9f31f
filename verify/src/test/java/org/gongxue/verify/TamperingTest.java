package org.gongxue.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongxue.verify.PackCheck.Held;
import org.gongxue.verify.Tampering.Tampered;
import org.junit.jupiter.api.Test;

/** The campaign: whatever single change is made to a pack, none passes (invariant 8). */
class TamperingTest {

    private static final int RANDOM_CHANGES = 1_500;
    private static final long SEED = 20261120;

    private final SamplePack sample = new SamplePack();
    private final byte[] since =
            sample.reward.checkpoint(sample.reward.events.size()).getBytes(UTF_8);
    private final int sinceSize = sample.reward.events.size();
    private final Map<String, byte[]> pack = sample.lived().files();

    @Test
    void noChangeOfAFilePasses() {
        var other = new SamplePack();
        other.sheet = "another sheet".getBytes(UTF_8);
        other.creditBank.add("outcome/Z", "org.gongxue.credit-bank.outcome-deposited", "{}");
        assertNonePasses(new Tampering(pack).ofFiles(other.lived().files()), Held.NOTHING, 500);
    }

    @Test
    void noChangeOfAFieldPasses() throws MalformedException {
        assertNonePasses(new Tampering(pack).ofFields(), Held.NOTHING, 2_000);
    }

    @Test
    void noChangeOfAByteInAFilePasses() {
        assertNonePasses(new Tampering(pack).ofBytes(new Random(SEED), RANDOM_CHANGES), Held.NOTHING, RANDOM_CHANGES);
    }

    /** The archive's own bytes as well: names, dates, sizes, the gaps between the files. */
    @Test
    void noChangeOfAByteOfTheArchivePasses() {
        var zip = SamplePack.zip(pack);
        var random = new Random(SEED);
        for (var i = 0; i < RANDOM_CHANGES; i++) {
            var changed = Tampering.changed(zip, random);
            assertThat(PackCheck.check(changed, Held.NOTHING).verdict())
                    .as("change " + i + " of seed " + SEED)
                    .isNotEqualTo(Verdict.PASSED);
        }
    }

    @Test
    void noChangeOfTheProofOfConsistencyPasses() throws MalformedException {
        var name = "consistency/reward.json";
        SamplePack.put(pack, name, sample.reward.consistency(sinceSize, sample.size));
        var held = new Held(List.of(since), List.of(), List.of());
        assertThat(PackCheck.check(SamplePack.zip(pack), held).verdict()).isEqualTo(Verdict.PASSED);
        var changes = new Tampering(pack)
                .ofFields().stream()
                        .filter(change -> change.what().startsWith("consistency/"))
                        .toList();
        assertNonePasses(changes, held, 40);
    }

    /** A change of the checkpoint that one holds is a change too. */
    @Test
    void noChangeOfTheHeldCheckpointPasses() {
        SamplePack.put(pack, "consistency/reward.json", sample.reward.consistency(sinceSize, sample.size));
        var zip = SamplePack.zip(pack);
        for (var i = 0; i < since.length; i++) {
            var changed = since.clone();
            changed[i] ^= 1;
            assertThat(PackCheck.check(zip, new Held(List.of(changed), List.of(), List.of()))
                            .verdict())
                    .as("byte " + i)
                    .isNotEqualTo(Verdict.PASSED);
        }
    }

    private static void assertNonePasses(List<Tampered> changes, Held held, int least) {
        var passed = new ArrayList<String>();
        for (var change : changes) {
            if (PackCheck.check(SamplePack.zip(change.files()), held).verdict() == Verdict.PASSED) {
                passed.add(change.what());
            }
        }
        assertThat(passed).isEmpty();
        assertThat(changes.size()).isGreaterThanOrEqualTo(least);
    }
}
