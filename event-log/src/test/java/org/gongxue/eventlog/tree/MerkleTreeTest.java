package org.gongxue.eventlog.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Invariant 8 rests on these: the tree is that of RFC 6962, and no proof shows what is not so. */
class MerkleTreeTest {
    private static final int SIZE_MAX = 70;
    private static final Leaves LEAVES = Leaves.of(SIZE_MAX);
    private static final MerkleTree TREE = new MerkleTree(LEAVES);

    /** The example of docs/log-format.md, worked out by another program. Do not edit these constants. */
    @Example
    void theExampleIsTheOneWrittenDown() {
        assertThat(base64(TREE.root(0))).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThat(base64(TREE.root(1))).isEqualTo("IhXorE4rhxwqSBieeXOMlWwIHiOsLyQVv3faGZ39kgw=");
        assertThat(base64(TREE.root(2))).isEqualTo("6LzZfjSWk9z+wFT+IZqzV7ddPBzZ+L4XZ/YJD5yG+f0=");
        assertThat(base64(TREE.root(3))).isEqualTo("/m6dRgT1eGAoUaLBXvOJTKB7lRf31ffe3CgXnKiIWA0=");
        assertThat(base64(TREE.root(4))).isEqualTo("TEt3/j/Gz7kuTTyQta3kLwWaHxEqSYJ/B+27e9RUDns=");
        assertThat(base64(TREE.root(5))).isEqualTo("4QbebTMegmIlvyacTXCGdgvPvfg+1YRXRXYy1wceqWM=");
        assertThat(base64(TREE.root(6))).isEqualTo("7MPg6A5Ir5x4zsKkRjmbKpjs2m2/fvZEbPvzcw/v+AQ=");
        assertThat(base64(TREE.root(7))).isEqualTo("dPzKac/XCDn10WQ0j59BpM9EMNCIgtydzHKwpsl7smY=");
        assertThat(base64(TREE.inclusion(2, 7)))
                .containsExactly(
                        "EeH1WCI/THG2vhzs/R8N6HFG0llId8J7KexRn5BAITw=",
                        "6LzZfjSWk9z+wFT+IZqzV7ddPBzZ+L4XZ/YJD5yG+f0=",
                        "QpPzkTuNJLEqEfOqcBi7MGQJl+vza+1KI8u2AHjpWe4=");
        assertThat(base64(TREE.inclusion(6, 7)))
                .containsExactly(
                        "KxWuGIFJIGp1hQ5t+EXqZC1EkSQTxmAYGFagkpr8iDg=", "TEt3/j/Gz7kuTTyQta3kLwWaHxEqSYJ/B+27e9RUDns=");
        assertThat(base64(TREE.consistency(3, 7)))
                .containsExactly(
                        "kGxdJIXK5yIHOkMPTQT+F2dQdZLO8iZimurbhaLskJ0=",
                        "EeH1WCI/THG2vhzs/R8N6HFG0llId8J7KexRn5BAITw=",
                        "6LzZfjSWk9z+wFT+IZqzV7ddPBzZ+L4XZ/YJD5yG+f0=",
                        "QpPzkTuNJLEqEfOqcBi7MGQJl+vza+1KI8u2AHjpWe4=");
        assertThat(base64(TREE.consistency(4, 7))).containsExactly("QpPzkTuNJLEqEfOqcBi7MGQJl+vza+1KI8u2AHjpWe4=");
    }

    /** The test data that logs of Certificate Transparency have always used. */
    @Example
    void theRootsAreThoseOfCertificateTransparency() {
        var leaves = List.of(
                ct(""),
                ct("00"),
                ct("10"),
                ct("2021"),
                ct("3031"),
                ct("40414243"),
                ct("5051525354555657"),
                ct("606162636465666768696a6b6c6d6e6f"));
        var tree = new MerkleTree(new Leaves(leaves));
        assertThat(HexFormat.of().formatHex(tree.root(3)))
                .isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
        assertThat(HexFormat.of().formatHex(tree.root(7)))
                .isEqualTo("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
        assertThat(HexFormat.of().formatHex(tree.root(8)))
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Property(tries = 300)
    void everyEventIsShownToBeInEveryTreeThatHoldsIt(
            @ForAll @IntRange(min = 1, max = SIZE_MAX) int size, @ForAll @IntRange(min = 1, max = SIZE_MAX) int at) {
        int index = Math.min(at, size);
        byte[] root = Leaves.defined(LEAVES.hashes().subList(0, size));
        assertThat(TREE.root(size)).isEqualTo(root);

        var proof = new InclusionProof(index, size, TREE.inclusion(index - 1, size));

        assertThat(proof.proves(Leaves.leaf(index), root)).isTrue();
        assertThat(proof.proves(Leaves.leaf(index + 1), root)).isFalse();
        assertThat(proof.proves(Leaves.leaf(index), TREE.root(size - 1))).isFalse();
        assertThat(new InclusionProof(index + 1, size, proof.hashes()).proves(Leaves.leaf(index), root))
                .isFalse();
        for (List<byte[]> other : spoiled(proof.hashes())) {
            assertThat(new InclusionProof(index, size, other).proves(Leaves.leaf(index), root))
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void everyTreeIsShownToBeTheBeginningOfEveryLargerOne(
            @ForAll @IntRange(min = 1, max = SIZE_MAX) int to, @ForAll @IntRange(min = 1, max = SIZE_MAX) int at) {
        int from = Math.min(at, to);
        byte[] before = TREE.root(from);
        byte[] after = TREE.root(to);

        var proof = new ConsistencyProof(from, to, TREE.consistency(from, to));

        assertThat(proof.proves(before, after)).isTrue();
        assertThat(proof.proves(TREE.root(from - 1), after)).isFalse();
        assertThat(proof.proves(before, TREE.root(to - 1))).isFalse();
        for (List<byte[]> other : spoiled(proof.hashes())) {
            assertThat(new ConsistencyProof(from, to, other).proves(before, after))
                    .isFalse();
        }
    }

    /** What a log that was rewritten at one place could show at best. */
    @Property(tries = 100)
    void aRewrittenLogIsNoContinuation(
            @ForAll @IntRange(min = 1, max = SIZE_MAX) int to,
            @ForAll @IntRange(min = 1, max = SIZE_MAX) int at,
            @ForAll @IntRange(min = 1, max = SIZE_MAX) int changedAt) {
        int from = Math.min(at, to);
        int changed = Math.min(changedAt, from);
        var leaves = new ArrayList<>(LEAVES.hashes());
        leaves.set(changed - 1, Leaves.leaf(1000));
        var rewritten = new MerkleTree(new Leaves(leaves));

        var proof = new ConsistencyProof(from, to, rewritten.consistency(from, to));

        assertThat(proof.proves(TREE.root(from), rewritten.root(to))).isFalse();
    }

    @Example
    void theEmptyTreeIsTheBeginningOfAll() {
        assertThat(new ConsistencyProof(0, 5, TREE.consistency(0, 5)).proves(TREE.root(0), TREE.root(5)))
                .isTrue();
        assertThat(new ConsistencyProof(0, 5, List.of()).proves(TREE.root(1), TREE.root(5)))
                .isFalse();
    }

    @Example
    void whatIsNotInATreeHasNoProof() {
        assertThatIllegalArgumentException().isThrownBy(() -> TREE.inclusion(5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> TREE.consistency(6, 5));
        assertThat(new InclusionProof(6, 5, List.of()).proves(Leaves.leaf(6), TREE.root(5)))
                .isFalse();
    }

    /** A proof with one hash more, fewer, changed, or two exchanged. */
    private static List<List<byte[]>> spoiled(List<byte[]> hashes) {
        var spoiled = new ArrayList<List<byte[]>>();
        var longer = new ArrayList<>(hashes);
        longer.add(Leaves.leaf(7));
        spoiled.add(longer);
        for (int i = 0; i < hashes.size(); i++) {
            var shorter = new ArrayList<>(hashes);
            shorter.remove(i);
            var changed = new ArrayList<>(hashes);
            changed.set(i, Leaves.leaf(7000));
            spoiled.addAll(List.of(shorter, changed));
            if (i > 0) {
                var exchanged = new ArrayList<>(hashes);
                Collections.swap(exchanged, i - 1, i);
                spoiled.add(exchanged);
            }
        }
        return spoiled;
    }

    private static byte[] ct(String hex) {
        return MerkleTree.sha256().digest(HexFormat.of().parseHex("00" + hex));
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(MerkleTreeTest::base64).toList();
    }
}
