package org.gongxue.eventlog.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Checkpoints and keys as docs/log-format.md has them. */
class CheckpointTest {
    /** Tests 1 and 2 of RFC 8032: seed and public key. */
    static final SignerKey FIRST = SignerKey.of("gongxue/toy/1", HexFormat.of().parseHex("""
            9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60\
            d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"""));

    static final SignerKey SECOND = SignerKey.of("gongxue/toy/2", HexFormat.of().parseHex("""
            4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb\
            3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"""));

    private static final String NOTE = """
            gongxue/toy
            7
            dPzKac/XCDn10WQ0j59BpM9EMNCIgtydzHKwpsl7smY=
            recorded-at 1521079201000000

            — gongxue/toy/1 EP4Oa8low3U2M1JeX2XgbBeFu9gSFVE9kPCqn5eaFBlp6IivvXicnQuZ0/x95/6iRDkyjmWzcmZw9Dwx0UJJ12BNcwQ=
            """;

    /** Signed by another program. Do not edit these constants. */
    @Test
    void theExampleIsTheOneWrittenDown() {
        var seven =
                new Checkpoint("toy", 7, new MerkleTree(Leaves.of(7)).root(7), Instant.parse("2018-03-15T02:00:01Z"));

        assertThat(FIRST.note(seven.text())).hasToString(NOTE);
        assertThat(FIRST.verifier().vkey())
                .isEqualTo("gongxue/toy/1+10fe0e6b+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea");
        assertThat(SECOND.verifier().vkey())
                .isEqualTo("gongxue/toy/2+c79faa93+AT1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9GYM");
        assertThat(base64(FIRST.sign("gongxue/toy/2\nPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=".getBytes(UTF_8))))
                .isEqualTo("ZNRnCH3htzcIjU26GY1qiJxQQmhFHZy5LeSna8l5PslRYepBTFtTv8umj+Higbu0X1U+39VV1Bft4CDoNwjhBQ==");
    }

    @Test
    void aCheckpointIsReadAsItWasWritten() {
        var note = SignedNote.parse(NOTE);
        var read = Checkpoint.of(note);

        assertThat(note).hasToString(NOTE);
        assertThat(note.isSignedBy(FIRST.verifier())).isTrue();
        assertThat(read.service()).isEqualTo("toy");
        assertThat(read.size()).isEqualTo(7);
        assertThat(read.root()).isEqualTo(new MerkleTree(Leaves.of(7)).root(7));
        assertThat(read.recordedAt()).isEqualTo("2018-03-15T02:00:01Z");
    }

    @Test
    void theCheckpointOfAnEmptyLogHasNoTime() {
        var empty = new Checkpoint("toy", 0, new MerkleTree(Leaves.of(0)).root(0), null);
        var read = Checkpoint.of(SignedNote.parse(FIRST.note(empty.text()).toString()));
        assertThat(read.recordedAt()).isNull();
        assertThat(read.size()).isZero();
    }

    @Test
    void aChangeOfAnyCharacterOfTheTextIsNotWhatWasSigned() {
        int end = NOTE.indexOf("\n\n");
        for (int i = 0; i < end; i++) {
            String changed = NOTE.substring(0, i) + (char) (NOTE.charAt(i) ^ 1) + NOTE.substring(i + 1);
            assertThat(SignedNote.parse(changed).isSignedBy(FIRST.verifier()))
                    .as("character %d", i)
                    .isFalse();
        }
    }

    @Test
    void nobodyElsesSignatureCounts() {
        var note = SignedNote.parse(NOTE);
        assertThat(note.isSignedBy(SECOND.verifier())).isFalse();
        assertThat(note.isSignedBy(
                        new VerifierKey("gongxue/toy/1", SECOND.verifier().publicKey())))
                .isFalse();
        assertThat(note.isSignedBy(
                        new VerifierKey("gongxue/toy/9", FIRST.verifier().publicKey())))
                .isFalse();
        assertThat(SECOND.note(note.text()).isSignedBy(FIRST.verifier())).isFalse();
    }

    @Test
    void whatIsNotWrittenAsWeWriteItIsNoCheckpoint() {
        for (String changed : new String[] {
            NOTE.replace("\n7\n", "\n07\n"),
            NOTE.replace("\n7\n", "\n-7\n"),
            NOTE.replace("gongxue/toy\n", "other/toy\n"),
            NOTE.replace("recorded-at", "recorded at"),
            NOTE.replace("\n\n", "\nmore\n\n"),
        }) {
            var note = SignedNote.parse(changed);
            assertThatIllegalArgumentException().as(changed).isThrownBy(() -> Checkpoint.of(note));
        }
        for (String none :
                new String[] {"", "text\n", NOTE.replace("— ", "- "), NOTE.strip(), "text\n\n— a+b AAAA\n"}) {
            assertThatIllegalArgumentException().as(none).isThrownBy(() -> SignedNote.parse(none));
        }
    }

    @Test
    void aFreshKeySignsAndItsHalvesBelongTogether() {
        var key = SignerKey.of("gongxue/toy/1", SignerKey.freshSecret());
        assertThat(SignedNote.parse(key.note("text\n").toString()).isSignedBy(key.verifier()))
                .isTrue();

        byte[] mixed = SignerKey.freshSecret();
        System.arraycopy(FIRST.verifier().publicKey(), 0, mixed, 32, 32);
        assertThatIllegalArgumentException().isThrownBy(() -> SignerKey.of("gongxue/toy/1", mixed));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
