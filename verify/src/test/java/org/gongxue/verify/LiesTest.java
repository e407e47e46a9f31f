package org.gongxue.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gongxue.verify.Findings.Finding;
import org.gongxue.verify.PackCheck.Held;
import org.junit.jupiter.api.Test;

/**
 * Packs in which one thing is untrue and all the rest is made to fit, hashes and signatures included, as only the operator
 * of the services could. Each is found by one check alone: a verifier without that check would let it pass.
 */
class LiesTest {

    private final SamplePack sample = new SamplePack();

    @Test
    void anInputThatIsNotTheEventOfItsSourceIsFound() {
        sample.factsSay = " ";
        assertFoundByOneCheck(sample.lived().files(), "accepted something else than events/credit-bank/");
    }

    @Test
    void anExplanationThatTheLogDoesNotStateIsFound() {
        sample.explanationSays = "REFUSED";
        assertFoundByOneCheck(sample.lived().files(), "states another pack");
    }

    @Test
    void anotherAskerThanTheLogStatesIsFound() {
        sample.statedAskedBy = "user:auditor-2";
        assertFoundByOneCheck(sample.lived().files(), "states another pack");
    }

    @Test
    void anEventThatNothingRestsOnIsFound() {
        sample.lived();
        var files = sample.files();
        var event = sample.reward.events.get(2);
        SamplePack.put(files, "events/reward/3.json", event.json());
        SamplePack.put(files, "proofs/reward/3.json", sample.reward.inclusion(3, sample.size));
        assertFoundByOneCheck(files, "nothing in the explanation rests on it");
    }

    @Test
    void anEventThatIsMissingWithItsProofIsFound() {
        sample.lived();
        var gone = sample.rewardEvents.getLast();
        var files = sample.files();
        files.remove("events/reward/" + gone.index() + ".json");
        files.remove("proofs/reward/" + gone.index() + ".json");
        assertFoundByOneCheck(files, "the explanation rests on it");
    }

    @Test
    void aSourceThatIsMissingWithItsProofIsFound() {
        sample.lived();
        var gone = sample.sources.removeLast();
        assertFoundByOneCheck(sample.files(), "accepted it");
        assertThat(gone.service()).isEqualTo("credit-bank");
    }

    @Test
    void aKeyThatAnotherThanTheOneBeforeSignedIsFound() {
        var stranger = new SampleLog("reward");
        stranger.addKey(SampleLog.newKey(50), null);
        var thief = stranger.keys.getFirst();
        var before = sample.reward.keys.getLast();
        sample.reward.addKey(
                SampleLog.newKey(51), new SampleLog.Key(before.name(), thief.pair(), before.json(), before.index()));
        assertFoundByOneCheck(sample.lived().files(), "was not installed by the one before");
    }

    @Test
    void aCheckpointSignedByAKeyThatHadBeenReplacedIsFound() {
        var files = sample.lived().files();
        SamplePack.put(
                files, "checkpoints/reward.txt", sample.reward.checkpoint(sample.size, sample.reward.keys.getFirst()));
        assertFoundByOneCheck(files, "which was not in force");
    }

    @Test
    void aCheckpointSignedByAStrangerIsNoPass() {
        var files = sample.lived().files();
        var stranger = new SampleLog("reward");
        stranger.addKey(SampleLog.newKey(50), null);
        SamplePack.put(
                files, "checkpoints/reward.txt", sample.reward.checkpoint(sample.size, stranger.keys.getFirst()));
        assertFoundByOneCheck(files, "whose key is not in the pack");
    }

    @Test
    void aKeyThatNoEventInstalledIsFound() {
        var key = sample.creditBank.keys.removeFirst();
        sample.creditBank.keys.add(
                new SampleLog.Key(key.name(), key.pair(), key.json().replace(":1}", ":3}"), 3));
        var files = sample.lived().files();
        assertFoundByOneCheck(files, "does not install the key");
    }

    @Test
    void anEventThatWasChangedWithItsLeafDoesNotLeadToTheRoot() {
        var files = sample.lived().files();
        // Nothing but its proof names the event that installed the first key.
        var index = sample.reward.keys.getFirst().index();
        var event = sample.reward.events.get((int) index - 1);
        var changed = new SampleLog.Event(
                event.service(),
                event.index(),
                event.stream(),
                event.version(),
                event.id(),
                event.type(),
                event.revision(),
                event.occurredAt(),
                event.recordedAt(),
                "user:somebody",
                event.cause(),
                event.correlation(),
                event.data());
        SamplePack.put(files, "events/reward/" + index + ".json", changed.json());
        assertFoundByOneCheck(files, "does not lead from the event");
    }

    @Test
    void anEventThatWasChangedWithoutItsLeafIsFound() {
        var files = new LinkedHashMap<>(sample.lived().files());
        var name = "events/reward/1.json";
        SamplePack.put(files, name, new String(files.get(name), UTF_8).replace("user:s-1", "user:s-2"));
        assertFoundByOneCheck(files, "is not what its leaf says");
    }

    @Test
    void aFileThatDoesNotBelongIsFound() {
        var files = sample.lived().files();
        SamplePack.put(files, "README.txt", "all is well");
        assertFoundByOneCheck(files, "does not belong to the pack");
    }

    private static void assertFoundByOneCheck(Map<String, byte[]> files, String check) {
        var result = PackCheck.check(SamplePack.zip(files), Held.NOTHING);
        assertThat(result.findings()).isNotEmpty().extracting(Finding::what).allMatch(what -> what.contains(check));
    }
}
