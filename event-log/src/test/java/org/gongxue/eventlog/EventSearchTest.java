package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.eventlog.ToyLog.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is looked for, the search finds what a plain look at every event finds. */
@Timeout(120)
class EventSearchTest {
    private static final Duration AMPLE = Duration.ofSeconds(30);
    private static final int MANY = 150;
    private static final String THE_MANY = "command:" + ToyLog.PRINCIPAL + "/" + ToyLog.id("many");
    private static final EventQuery FIFTY = EventQuery.newest(50);
    private static DataSource database;
    private static EventSearch search;
    private static List<Envelope> all;

    @BeforeAll
    static void aLogOfSomeThousandEvents() {
        database = ToyLog.database();
        search = new EventSearch(database, "toy");
        try (var log = EventLog.open(LogConfig.of("toy"), database, new ChattyToy(new Toy("toy"), MANY), List.of())) {
            var outcomes = new ArrayList<CompletableFuture<Outcome>>();
            for (int i = 0; i < 6_000; i++) {
                String account = "a" + i % 7;
                outcomes.add(log.submit(submission(
                        "c" + i,
                        switch (i % 11) {
                            case 0 -> new ToyCommand.Transfer(account, "to" + i % 5, 1);
                            case 1 -> new ToyCommand.Deposit(account, -1);
                            case 2 -> new ToyCommand.Note("hot", "about \"L-" + i % 3 + "\"");
                            default -> new ToyCommand.Deposit(account, 1);
                        })));
                if (i % 100 == 0) {
                    outcomes.add(log.accept(ToyLog.minted(1 + i / 100, "a1", 5)));
                }
                if (i % 2_000 == 1_999) {
                    ToyLog.getAll(outcomes);
                }
            }
            outcomes.add(log.submit(submission("many", new ToyCommand.Note("hot", "many"))));
            ToyLog.getAll(outcomes);
        }
        all = ToyLog.events(database).reversed();
    }

    @Test
    void everythingIsFoundPageByPage() {
        assertThat(all).hasSizeGreaterThan(6_000);
        assertThat(pages(with(Map.of()), AMPLE)).isEqualTo(indexes(_ -> true));
    }

    @Test
    void aSearchThatRunsOutOfTimeSaysWhereToGoOnAndMissesNothing() {
        var query = new EventQuery(null, "noted", null, null, null, false, null, null, null, 1_000);
        var first = search.find(query, Duration.ZERO);
        assertThat(first.outOfTime()).isTrue();
        assertThat(first.next()).isLessThan(all.getFirst().index());
        assertThat(pages(query, Duration.ZERO)).isEqualTo(indexes(e -> e.type().equals("toy.noted")));
    }

    @Test
    void aStreamAKindAndAType() {
        assertThat(found(with(Map.of("stream", "account/a3")))).isEqualTo(indexes(stream("account/a3")));
        assertThat(found(with(Map.of("stream", "account")))).isEqualTo(indexes(_ -> true));
        assertThat(found(with(Map.of("stream", "accoun")))).isEmpty();
        assertThat(found(with(Map.of("type", "toy.moved-in")))).isEqualTo(indexes(type("toy.moved-in")));
        assertThat(found(with(Map.of("type", "moved-in")))).isEqualTo(indexes(type("toy.moved-in")));
        assertThat(found(with(Map.of("type", "in")))).isEmpty();
        assertThat(found(with(Map.of("stream", "account/a3", "type", "deposited"))))
                .isEqualTo(indexes(stream("account/a3").and(type("toy.deposited"))));
    }

    @Test
    void anAcceptedInputIsFoundByTheTypeThatItAccepted() {
        var inputs = indexes(type(InputAccepted.TYPE));
        assertThat(inputs).hasSize(60);
        assertThat(found(with(Map.of("type", "coins-minted")))).isEqualTo(inputs);
        assertThat(found(with(Map.of("type", "mint.coins-minted")))).isEqualTo(inputs);
        assertThat(found(with(Map.of("type", "input-accepted")))).isEqualTo(inputs);
        assertThat(found(with(Map.of("type", "minted")))).isEmpty();
    }

    @Test
    void whatAnEventIsAbout() {
        assertThat(found(with(Map.of("about", "a4"))))
                .isNotEmpty()
                .isEqualTo(indexes(e -> e.stream().id().equals("a4") || text(e).contains("\"a4\"")));
        assertThat(found(with(Map.of("about", "L-")))).isEmpty();
        assertThat(found(with(Map.of("correlation", "correlation-7"))))
                .isEqualTo(indexes(e -> e.correlation().equals("correlation-7")));
    }

    @Test
    void momentsOfRecordingAndOfOccurring() {
        Instant from = all.get(4_000).recordedAt();
        Instant to = all.get(1_000).recordedAt();
        Predicate<Envelope> recorded =
                e -> !e.recordedAt().isBefore(from) && e.recordedAt().isBefore(to);
        assertThat(found(with(Map.of("from", from, "to", to)))).isNotEmpty().isEqualTo(indexes(recorded));
        assertThat(found(with(Map.of("from", from, "to", to, "stream", "account/hot"))))
                .isNotEmpty()
                .isEqualTo(indexes(recorded.and(stream("account/hot"))));
        assertThat(found(with(Map.of("occurred", true, "from", ToyLog.MOMENT, "to", ToyLog.MOMENT))))
                .isEmpty();
        assertThat(found(with(Map.of("occurred", true, "from", ToyLog.MOMENT, "to", ToyLog.MOMENT.plusNanos(1_000)))))
                .isEqualTo(indexes(e -> e.occurredAt().equals(ToyLog.MOMENT)));
    }

    @Test
    void betweenTwoIndexes() {
        assertThat(found(with(Map.of("after", 10L, "before", 20L))))
                .isEqualTo(indexes(e -> e.index() > 10 && e.index() < 20));
        assertThat(found(with(Map.of("after", 1_000L, "before", 3_000L, "stream", "account/a2"))))
                .isNotEmpty()
                .isEqualTo(indexes(stream("account/a2").and(e -> e.index() > 1_000 && e.index() < 3_000)));
        assertThat(found(with(Map.of("before", 1L)))).isEmpty();
        assertThat(found(with(Map.of("after", 1_000_000L)))).isEmpty();
    }

    @Test
    void whatACauseBroughtAboutIsFoundByItsKeysHoweverMuchItIs() {
        for (String cause : List.of(THE_MANY, "input:mint/3")) {
            var caused = indexes(e -> e.cause().equals(cause));
            assertThat(caused(List.of(cause), with(Map.of()))).isNotEmpty().isEqualTo(caused);
            assertThat(search.countCausedBy(cause)).isEqualTo(caused.size());
        }
        assertThat(search.countCausedBy(THE_MANY)).isEqualTo(MANY);
        assertThat(caused(List.of("input:mint/1000"), with(Map.of()))).isEmpty();
        assertThat(search.causes(ToyLog.id("many"))).containsExactly(THE_MANY);
        assertThat(search.causes(ToyLog.id("nobody's"))).isEmpty();
    }

    @Test
    void whatSeveralCausesBroughtAboutIsOneListWhereNothingIsThereTwice() {
        var causes = List.of("input:mint/5", "parked:mint/5", THE_MANY, "input:mint/3");
        assertThat(caused(causes, with(Map.of()))).isEqualTo(indexes(e -> causes.contains(e.cause())));
    }

    @Test
    void whatACauseBroughtAboutIsNarrowedAndPagedLikeEverythingElse() {
        Predicate<Envelope> ofTheMany = e -> e.cause().equals(THE_MANY);
        var allOfThem = indexes(ofTheMany);
        long inside = allOfThem.get(MANY / 2);
        for (var narrowed : List.<Narrowed>of(
                new Narrowed(Map.of("after", inside), e -> e.index() > inside),
                new Narrowed(Map.of("before", inside), e -> e.index() < inside),
                new Narrowed(Map.of("stream", "account/hot"), stream("account/hot")),
                new Narrowed(Map.of("stream", "account/a1"), stream("account/a1")),
                new Narrowed(Map.of("stream", "account"), _ -> true),
                new Narrowed(Map.of("type", "noted"), type("toy.noted")),
                new Narrowed(Map.of("type", "deposited"), type("toy.deposited")),
                new Narrowed(Map.of("about", "hot"), _ -> true),
                new Narrowed(Map.of("about", "L-1"), _ -> false),
                new Narrowed(Map.of("correlation", "correlation-7"), _ -> false),
                new Narrowed(Map.of("from", ToyLog.MOMENT), e -> !e.recordedAt().isBefore(ToyLog.MOMENT)),
                new Narrowed(Map.of("to", ToyLog.MOMENT), e -> e.recordedAt().isBefore(ToyLog.MOMENT)),
                new Narrowed(
                        Map.of("occurred", true, "to", ToyLog.MOMENT),
                        e -> e.occurredAt().isBefore(ToyLog.MOMENT)))) {
            assertThat(caused(List.of(THE_MANY), with(narrowed.asked())))
                    .isEqualTo(indexes(ofTheMany.and(narrowed.wanted())));
        }
        var paged = new ArrayList<Long>();
        Long before = null;
        do {
            var page = search.causedBy(List.of(THE_MANY), before == null ? FIFTY : FIFTY.below(before));
            page.events().forEach(event -> paged.add(event.index()));
            before = page.next();
        } while (before != null);
        assertThat(paged).isEqualTo(allOfThem);
    }

    private record Narrowed(Map<String, ?> asked, Predicate<Envelope> wanted) {}

    private static List<Long> caused(List<String> causes, EventQuery query) {
        var found = search.causedBy(causes, query);
        assertThat(found.outOfTime()).isFalse();
        return found.events().stream().map(Envelope::index).toList();
    }

    @Test
    void oneEventByItsIndex() {
        assertThat(search.at(17).orElseThrow().leaf())
                .isEqualTo(all.get(all.size() - 17).leaf());
        assertThat(search.at(1_000_000)).isEmpty();
    }

    @Test
    void anEmptyLogHoldsNothing() {
        DataSource empty = ToyLog.database();
        ToyLog.open(empty).close();
        var found = new EventSearch(empty, "toy").find(EventQuery.newest(10), AMPLE);
        assertThat(found).isEqualTo(new FoundEvents(List.of(), null, false));
    }

    private static Predicate<Envelope> stream(String stream) {
        return e -> e.stream().toString().equals(stream);
    }

    private static Predicate<Envelope> type(String type) {
        return e -> e.type().equals(type);
    }

    private static String text(Envelope e) {
        return new String(e.data(), UTF_8);
    }

    private static List<Long> indexes(Predicate<Envelope> wanted) {
        return all.stream().filter(wanted).map(Envelope::index).toList();
    }

    private static List<Long> found(EventQuery query) {
        return pages(query, AMPLE);
    }

    /** Every page, one after the other; each newest first. */
    private static List<Long> pages(EventQuery query, Duration within) {
        var found = new ArrayList<Long>();
        Long before = query.before();
        do {
            var page = search.find(before(query, before), within);
            page.events().forEach(event -> found.add(event.index()));
            assertThat(page.next() == null || before == null || page.next() < before)
                    .as("the search goes on")
                    .isTrue();
            before = page.next();
        } while (before != null);
        assertThat(found).isSortedAccordingTo(Comparator.reverseOrder());
        return found;
    }

    private static EventQuery before(EventQuery q, @Nullable Long before) {
        return new EventQuery(
                q.stream(),
                q.type(),
                q.about(),
                q.from(),
                q.to(),
                q.occurred(),
                q.correlation(),
                q.after(),
                before,
                q.limit());
    }

    /** A query of which only some is said. */
    private static EventQuery with(Map<String, ?> said) {
        return new EventQuery(
                (String) said.get("stream"),
                (String) said.get("type"),
                (String) said.get("about"),
                (Instant) said.get("from"),
                (Instant) said.get("to"),
                said.containsKey("occurred"),
                (String) said.get("correlation"),
                (Long) said.get("after"),
                (Long) said.get("before"),
                500);
    }
}
