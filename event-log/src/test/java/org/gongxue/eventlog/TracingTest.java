package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.gongxue.eventlog.testing.TestKafka;
import org.gongxue.eventlog.toy.Mint;
import org.gongxue.eventlog.toy.ToyCommand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The mint's coin is traced to what it leads to in the toy's log, over a real topic. */
@Timeout(90)
class TracingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WORK = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final KafkaConfig kafka = KafkaConfig.of(TestKafka.bootstrapServers());
    private final Mint mint = new Mint(TestKafka.freshService("mint"));
    private final Steps steps = new Steps();
    private final DataSource mintDatabase = ToyLog.database();
    private EventLog<Mint.Coin> mintLog;
    private EventLog<ToyCommand> log;

    /** Every step that was begun, each named after its parent. */
    private static final class Steps implements Tracing {
        private final AtomicInteger count = new AtomicInteger();
        private final List<Began> begun = new CopyOnWriteArrayList<>();
        private final List<String> ended = new CopyOnWriteArrayList<>();

        record Began(Kind kind, String under, String about, String streamKind, String traceparent) {}

        @Override
        public Step begin(Kind kind, String traceparent, String about, String streamKind) {
            String own = traceparent.substring(0, 36) + "%016x".formatted(count.incrementAndGet()) + "-01";
            begun.add(new Began(kind, traceparent, about, streamKind, own));
            return new Step() {
                @Override
                public String traceparent() {
                    return own;
                }

                @Override
                public void end(long index, @Nullable Throwable failure) {
                    ended.add(kind + " " + index + (failure == null ? "" : " failed"));
                }
            };
        }

        List<Began> of(Kind kind) {
            return begun.stream().filter(step -> step.kind() == kind).toList();
        }
    }

    @BeforeEach
    void open() {
        mintLog = EventLog.open(LogConfig.of(mint.service()), mintDatabase, mint, List.of());
        log = ToyLog.open(ToyLog.database());
        mintLog.follow(steps);
        log.follow(steps);
    }

    @AfterEach
    void close() {
        mintLog.close();
        log.close();
    }

    private void coin(String id, @Nullable String traceparent, long coins) {
        ToyLog.get(mintLog.submit(new Submission<>(
                "machine",
                ToyLog.id(id),
                new byte[0],
                "machine",
                null,
                ToyLog.MOMENT,
                new Mint.Coin("a", coins),
                traceparent)));
    }

    @Test
    void aTracedCommandIsFollowedOverTheTopicToItsEffect() {
        coin("before", null, 1);
        coin("traced", WORK, 1);
        coin("after", null, 1);
        assertThat(ToyLog.column(mintDatabase, "SELECT index FROM log.trace")).containsExactly("2");
        try (var publisher = Publisher.start(mintLog, kafka);
                var inbox = Inbox.start(log, kafka, List.of(mint.service()))) {
            await().atMost(PATIENCE).until(() -> log.nextInput(mint.service()) == 4);
            await().atMost(PATIENCE).until(() -> steps.ended.size() == 3);
            assertThat(inbox.failure()).isEmpty();
            assertThat(publisher.isHolder()).isTrue();
        }

        assertThat(steps.begun).hasSize(3);
        var command = steps.of(Tracing.Kind.COMMAND).getFirst();
        var publish = steps.of(Tracing.Kind.PUBLISH).getFirst();
        var input = steps.of(Tracing.Kind.INPUT).getFirst();
        assertThat(command.under()).isEqualTo(WORK);
        assertThat(command.about()).isEqualTo("Coin");
        assertThat(command.streamKind()).isEqualTo("coinage");
        assertThat(publish.under()).isEqualTo(command.traceparent());
        assertThat(publish.about()).isEqualTo("mint.coins-minted");
        assertThat(input.under()).isEqualTo(publish.traceparent());
        assertThat(input.streamKind()).isEqualTo("coinage");
        assertThat(steps.ended).containsExactlyInAnyOrder("COMMAND 2", "PUBLISH 2", "INPUT 2");
        assertThat(ToyLog.column(mintDatabase, "SELECT index FROM log.trace")).isEmpty();
    }

    @Test
    void whatIsTracedIsTheSameEventWithTheSameLeaf() {
        coin("one", WORK, 1);
        var traced = ToyLog.events(mintDatabase, mint.service()).getFirst();
        assertThat(Leaf.of(traced)).isEqualTo(traced.leaf());
        assertThat(new String(traced.data(), UTF_8)).doesNotContain("0af7651916cd43dd8448eb211c80319c");
        try (var publisher = Publisher.start(mintLog, kafka);
                var reader = TopicReader.open(kafka, mint.service(), 1)) {
            var read = new ArrayList<TopicRecord>();
            await().atMost(PATIENCE).until(() -> {
                read.addAll(reader.poll(Duration.ofMillis(100)));
                return !read.isEmpty();
            });
            assertThat(read.getFirst().traceparent()).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
            assertThat(read.getFirst().envelope().leaf()).isEqualTo(traced.leaf());
            assertThat(publisher.failure()).isEmpty();
        }
    }

    @Test
    void aTracedCommandThatIsSentAwaySaysSo() {
        mintLog.hold("a test");
        assertThat(mintLog.submit(new Submission<>(
                        "machine",
                        ToyLog.id("held"),
                        new byte[0],
                        "machine",
                        null,
                        ToyLog.MOMENT,
                        new Mint.Coin("a", 1),
                        WORK)))
                .isCompletedExceptionally();
        assertThat(steps.ended).containsExactly("COMMAND 0 failed");
    }
}
