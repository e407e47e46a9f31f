package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Invariant 8 begins here: a leaf covers every field of the envelope. */
class LeafTest {

    private static final int FIELDS = 13;

    @Property(tries = 300)
    void aChangeOfAnyFieldGivesAnotherLeaf(
            @ForAll("envelopes") Envelope original, @ForAll @IntRange(max = FIELDS - 1) int field) {
        assertThat(Leaf.matches(original)).isTrue();
        Envelope changed = Fields.of(original).changed(field).envelope(original.leaf());
        assertThat(Leaf.of(changed)).isNotEqualTo(original.leaf());
        assertThat(Leaf.matches(changed)).isFalse();
    }

    @Example
    void everyFieldButTheLeafIsAmongTheChanges() {
        assertThat(Envelope.class.getRecordComponents()).hasSize(FIELDS + 1);
        assertThat(Fields.of(envelope("command:x", "y", "{}")).values()).hasSize(FIELDS);
    }

    @Example
    void aByteMovedFromOneFieldToTheNextGivesAnotherLeaf() {
        var one = envelope("command:x", "y", "{}");
        var other = envelope("command:", "xy", "{}");
        assertThat(Leaf.of(one)).isNotEqualTo(Leaf.of(other));
    }

    /** The layout is for ever: this hash was written down once, and is not to be changed. */
    @Example
    void theLayoutIsTheOneWrittenDown() {
        var envelope = envelope("command:user:s/1", "c", "{\"account\":\"a\"}");
        assertThat(HexFormat.of().formatHex(Leaf.of(envelope)))
                .isEqualTo("7f758272661555e2c514ef675c89f9b0e5fd1f5b7410a028f66e75e2572c9517");
    }

    private static Envelope envelope(String cause, String correlation, String data) {
        return Envelope.sealed(
                "toy",
                1,
                StreamId.parse("account/a"),
                1,
                new UUID(1, 2),
                new EventCodec.Encoded("toy.deposited", 1, data.getBytes(UTF_8)),
                Instant.parse("2018-03-15T02:00:00.123456Z"),
                Instant.parse("2018-03-15T02:00:01Z"),
                "user:s",
                new Cause(cause, correlation));
    }

    @Provide
    Arbitrary<Envelope> envelopes() {
        Arbitrary<String> text = Arbitraries.strings().ofMinLength(1).ofMaxLength(20);
        Arbitrary<Instant> instant = Arbitraries.longs()
                .between(0, 4_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        return Combinators.combine(text, Arbitraries.longs().between(1, Long.MAX_VALUE - 1), instant, text, text)
                .as((actor, index, at, correlation, data) -> Envelope.sealed(
                        "toy",
                        index,
                        StreamId.parse("account/a"),
                        (int) (index % 1000) + 1,
                        new UUID(index, index),
                        new EventCodec.Encoded("toy.deposited", 1, data.getBytes(UTF_8)),
                        at,
                        at,
                        actor,
                        new Cause("command:" + actor, correlation)));
    }

    /** The fields of an envelope in their order. */
    record Fields(List<Object> values) {

        static Fields of(Envelope e) {
            return new Fields(List.of(
                    e.service(),
                    e.index(),
                    e.stream(),
                    e.version(),
                    e.id(),
                    e.type(),
                    e.revision(),
                    e.occurredAt(),
                    e.recordedAt(),
                    e.actor(),
                    e.cause(),
                    e.correlation(),
                    e.data()));
        }

        Object at(int field) {
            return values.get(field);
        }

        Fields changed(int field) {
            var changed = new ArrayList<>(values);
            changed.set(field, other(at(field)));
            return new Fields(changed);
        }

        private static Object other(Object value) {
            return switch (value) {
                case String text -> text + "x";
                case Long number -> number + 1;
                case Integer number -> number + 1;
                case StreamId stream -> new StreamId(stream.kind(), stream.id() + "x");
                case UUID id -> new UUID(id.getMostSignificantBits() + 1, id.getLeastSignificantBits());
                case Instant instant -> instant.plus(1, ChronoUnit.MICROS);
                case byte[] data -> flipped(data);
                default -> throw new IllegalArgumentException("no other value of " + value);
            };
        }

        private static byte[] flipped(byte[] data) {
            byte[] copy = data.clone();
            copy[copy.length / 2] ^= 1;
            return copy;
        }

        Envelope envelope(byte[] leaf) {
            return new Envelope(
                    (String) at(0),
                    (Long) at(1),
                    (StreamId) at(2),
                    (Integer) at(3),
                    (UUID) at(4),
                    (String) at(5),
                    (Integer) at(6),
                    (Instant) at(7),
                    (Instant) at(8),
                    (String) at(9),
                    (String) at(10),
                    (String) at(11),
                    (byte[]) at(12),
                    leaf);
        }
    }
}
