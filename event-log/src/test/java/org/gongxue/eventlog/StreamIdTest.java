package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StreamIdTest {

    @Test
    void aNameIsReadBackAsItWasWritten() {
        var stream = new StreamId("enrollment-row", "file/7#12");
        assertThat(StreamId.parse(stream.toString())).isEqualTo(stream);
    }

    @Test
    void whatIsNoNameIsRefused() {
        for (String kind : List.of("", "Unit", "unit/x", "-unit", "unit7", "u".repeat(41))) {
            assertThatThrownBy(() -> new StreamId(kind, "1")).isInstanceOf(IllegalArgumentException.class);
        }
        for (String id : List.of("", "a b", "张三", "a\0", "a\n", "x".repeat(121))) {
            assertThatThrownBy(() -> new StreamId("unit", id)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> StreamId.parse("unit")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAreOrderedByKindAndThenById() {
        assertThat(new StreamId("a", "9")).isLessThan(new StreamId("b", "1"));
        assertThat(new StreamId("a", "1")).isLessThan(new StreamId("a", "2"));
    }
}
