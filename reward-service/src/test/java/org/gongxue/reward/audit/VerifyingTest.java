package org.gongxue.reward.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.tree.Checkpoint;
import org.gongxue.eventlog.tree.MerkleTree;
import org.gongxue.eventlog.tree.SignerKey;
import org.gongxue.events.reward.EntitlementAssessed;
import org.junit.jupiter.api.Test;

/** Invariant 8: a change is found against any checkpoint held outside, whatever leaf it bears. */
class VerifyingTest {

    private static final PlayedLog LOG = PlayedLog.paidReturnedAndOwed();
    private static final SignerKey KEY = SignerKey.of("gongxue/reward", SignerKey.freshSecret());

    private static HeldCheckpoint held(int size) {
        return held(size, KEY);
    }

    private static HeldCheckpoint held(int size, SignerKey trusted) {
        var events = LOG.envelopes().subList(0, size);
        var root = root(events.stream().map(Envelope::leaf).toList());
        var checkpoint = new Checkpoint("reward", size, root, events.getLast().recordedAt());
        return HeldCheckpoint.of(
                KEY.note(checkpoint.text()).toString(), trusted.verifier().vkey());
    }

    /** RFC 6962, 2.1, as it stands there. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var left = Integer.highestOneBit(leaves.size() - 1);
        return MerkleTree.node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    @Test
    void theRootOverLeavesAsTheyComeIsThatOfTheTreeAtEverySize() {
        var growing = new GrowingRoot();
        var leaves = LOG.envelopes().stream().map(Envelope::leaf).toList();
        IntStream.rangeClosed(1, leaves.size()).forEach(size -> {
            growing.add(leaves.get(size - 1));
            assertThat(growing.root()).isEqualTo(root(leaves.subList(0, size)));
        });
    }

    @Test
    void aTopicThatHoldsTheLogOfACheckpointIsIdentical() throws InterruptedException {
        for (var size : List.of(1, 7, (int) LOG.lastIndex())) {
            var verifying = LOG.verify(held(size), LOG.lastIndex());

            assertThat(verifying.conclude().differences()).isEmpty();
            assertThat(verifying.conclude().verdict()).isEqualTo(Verdict.IDENTICAL);
            assertThat(verifying.head().size()).isEqualTo(LOG.lastIndex());
        }
    }

    @Test
    void anEventThatWasRewrittenWithItsLeafIsFoundAgainstTheCheckpoint() throws InterruptedException {
        var index = LOG.indexOf(EntitlementAssessed.class);
        var log = LOG.changed(index, e -> PlayedLog.retold(e, "800000", "800001"));

        assertThat(log.verify(null, LOG.lastIndex()).conclude().verdict())
                .as("nobody kept anything outside")
                .isEqualTo(Verdict.IDENTICAL);
        var result = log.verify(held((int) index), LOG.lastIndex()).conclude();
        assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(result.differences())
                .singleElement()
                .satisfies(d -> assertThat(d.what()).isEqualTo("checkpoint " + index + " root"));
        assertThat(log.verify(held((int) index - 1), LOG.lastIndex()).conclude().verdict())
                .as("the checkpoint is older than the event")
                .isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void aCheckpointThatItsKeyDidNotSignProvesNothing() throws InterruptedException {
        var other = SignerKey.of("gongxue/reward", SignerKey.freshSecret());
        var result = LOG.verify(held(5, other), LOG.lastIndex()).conclude();

        assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(result.differences())
                .singleElement()
                .satisfies(d -> assertThat(d.what()).isEqualTo("checkpoint 5 signature"));
    }

    @Test
    void aLogThatIsShorterThanTheCheckpointIsIncomplete() throws InterruptedException {
        var size = (int) LOG.lastIndex();
        var log = LOG.without(size).without(size - 1);

        var verifying = log.verify(held(size), size);

        assertThat(verifying.conclude().verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(verifying.conclude().gaps()).containsExactly(new IndexRange(size - 1, size));
    }

    @Test
    void overAGapThereIsNoTree() throws InterruptedException {
        var verifying = LOG.without(4).verify(held(7), LOG.lastIndex());

        assertThat(verifying.conclude().verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(verifying.head()).isNull();
    }

    @Test
    void whatIsNoCheckpointOrNoKeyIsRefused() {
        var note = KEY.note(new Checkpoint("reward", 0, new MerkleTree((_, _) -> new byte[0]).root(0), null).text())
                .toString();
        var vkey = KEY.verifier().vkey();

        assertThat(HeldCheckpoint.of(note, vkey).signed()).isTrue();
        assertThatThrownBy(() -> HeldCheckpoint.of("hello\n", vkey)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HeldCheckpoint.of(note, vkey.replaceFirst("\\+.", "+x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HeldCheckpoint.of(note, "no key")).isInstanceOf(IllegalArgumentException.class);
    }
}
