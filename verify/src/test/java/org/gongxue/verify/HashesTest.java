package org.gongxue.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Proofs of every tree up to a size, by the definitions, are accepted; with anything changed they are not. */
class HashesTest {

    private static final int SIZE_MAX = 40;

    private final SampleLog log = new SampleLog("reward");

    HashesTest() {
        for (var i = 0; i < SIZE_MAX; i++) {
            log.add("toy/" + i, "toy", "{}");
        }
    }

    @Test
    void everyLeafOfEveryTreeIsIncludedAtItsPlaceAndNowhereElse() throws MalformedException {
        for (var size = 1; size <= SIZE_MAX; size++) {
            var root = log.root(0, size);
            for (var index = 1; index <= size; index++) {
                var proof = Proof.read(bytes(log.inclusion(index, size))).hashes();
                var leaf = log.events.get(index - 1).leaf();
                assertThat(Hashes.included(leaf, index, size, proof, root)).isTrue();
                assertThat(Hashes.included(leaf, index + 1, size, proof, root)).isFalse();
                assertThat(Hashes.included(leaf, index - 1, size, proof, root)).isFalse();
                assertThat(Hashes.included(root, index, size, proof, leaf)).isEqualTo(size == 1);
                for (var i = 0; i < proof.size(); i++) {
                    var shorter = new ArrayList<>(proof);
                    var gone = shorter.remove(i);
                    assertThat(Hashes.included(leaf, index, size, shorter, root))
                            .isFalse();
                    shorter.add(i, leaf);
                    assertThat(Hashes.included(leaf, index, size, shorter, root))
                            .isFalse();
                    shorter.set(i, gone);
                    shorter.add(i, gone);
                    assertThat(Hashes.included(leaf, index, size, shorter, root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyTreeIsConsistentWithEveryGreaterOneAndWithNoOther() throws MalformedException {
        for (var to = 1; to <= SIZE_MAX; to++) {
            for (var from = 1; from <= to; from++) {
                var proof =
                        Proof.readConsistency(bytes(log.consistency(from, to))).hashes();
                var before = log.root(0, from);
                var after = log.root(0, to);
                assertThat(Hashes.consistent(from, before, to, after, proof)).isTrue();
                assertThat(Hashes.consistent(from, log.root(0, from + 1 > to ? from - 1 : from + 1), to, after, proof))
                        .isFalse();
                assertThat(Hashes.consistent(from, before, to, log.root(0, to - 1), proof))
                        .isFalse();
                for (var i = 0; i < proof.size(); i++) {
                    var changed = new ArrayList<>(proof);
                    changed.remove(i);
                    assertThat(Hashes.consistent(from, before, to, after, changed))
                            .isFalse();
                    changed.add(i, log.events.getFirst().leaf());
                    assertThat(Hashes.consistent(from, before, to, after, changed))
                            .isEqualTo(Arrays.equals(proof.get(i), changed.get(i)));
                }
            }
        }
    }

    /** The published example of the leaf, in docs/log-format.md. */
    @Test
    void theLeafOfThePublishedExampleIsTheOnePublished() throws MalformedException {
        var event = new SampleLog.Event(
                "toy",
                1,
                "account/a",
                1,
                UUID.fromString("00000000-0000-0001-0000-000000000002"),
                "toy.deposited",
                1,
                1_521_079_200_123_456L,
                1_521_079_201_000_000L,
                "user:s",
                "command:user:s/1",
                "c",
                "{\"account\":\"a\"}");
        var read = LoggedEvent.read(bytes(event.json()));
        assertThat(HexFormat.of().formatHex(read.leaf()))
                .isEqualTo("7f758272661555e2c514ef675c89f9b0e5fd1f5b7410a028f66e75e2572c9517");
        assertThat(read.isWhatItsLeafSays()).isTrue();
    }

    /** The published vectors of tree, keys and checkpoint, in docs/log-format.md; they are not to be edited. */
    @Test
    void whatTheServicesPublishAsGoldenIsAcceptedHere() throws MalformedException {
        var root = Fields.hash("dPzKac/XCDn10WQ0j59BpM9EMNCIgtydzHKwpsl7smY=");
        var leaf = Fields.hash("kGxdJIXK5yIHOkMPTQT+F2dQdZLO8iZimurbhaLskJ0=");
        var proof = proof(
                "EeH1WCI/THG2vhzs/R8N6HFG0llId8J7KexRn5BAITw=",
                "6LzZfjSWk9z+wFT+IZqzV7ddPBzZ+L4XZ/YJD5yG+f0=",
                "QpPzkTuNJLEqEfOqcBi7MGQJl+vza+1KI8u2AHjpWe4=");
        assertThat(Hashes.included(leaf, 3, 7, proof, root)).isTrue();
        var four = Fields.hash("TEt3/j/Gz7kuTTyQta3kLwWaHxEqSYJ/B+27e9RUDns=");
        assertThat(Hashes.consistent(4, four, 7, root, proof("QpPzkTuNJLEqEfOqcBi7MGQJl+vza+1KI8u2AHjpWe4=")))
                .isTrue();

        var first = LogKey.ofVerifierKey("gongxue/toy/1+10fe0e6b+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea");
        var second = LogKey.ofVerifierKey("gongxue/toy/2+c79faa93+AT1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9GYM");
        var introduction = second.name() + "\n" + SampleLog.base64(second.publicKey());
        assertThat(
                        first.signed(
                                bytes(introduction),
                                Fields.base64(
                                        "ZNRnCH3htzcIjU26GY1qiJxQQmhFHZy5LeSna8l5PslRYepBTFtTv8umj+Higbu0X1U+39VV1Bft4CDoNwjhBQ==")))
                .isTrue();

        var checkpoint = Checkpoint.read(bytes("""
                gongxue/toy
                7
                dPzKac/XCDn10WQ0j59BpM9EMNCIgtydzHKwpsl7smY=
                recorded-at 1521079201000000

                — gongxue/toy/1 EP4Oa8low3U2M1JeX2XgbBeFu9gSFVE9kPCqn5eaFBlp6IivvXicnQuZ0/x95/6iRDkyjmWzcmZw9Dwx0UJJ12BNcwQ=
                """));
        assertThat(checkpoint.size()).isEqualTo(7);
        assertThat(checkpoint.root()).isEqualTo(root);
        var signed = checkpoint.signatures().getFirst();
        assertThat(signed.names(first)).isTrue();
        assertThat(first.signed(checkpoint.text(), signed.signature())).isTrue();
        assertThat(second.signed(checkpoint.text(), signed.signature())).isFalse();
    }

    private static List<byte[]> proof(String... hashes) throws MalformedException {
        var proof = new ArrayList<byte[]>();
        for (var hash : hashes) {
            proof.add(Fields.hash(hash));
        }
        return proof;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
