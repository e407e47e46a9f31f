package org.gongxue.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The command against a gateway that gives prepared answers. */
@Timeout(60)
class LogCommandTest {

    private static final String NOTHING_NEW = page(50, false, "");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getPath() + "?"
                + exchange.getRequestURI().getQuery());
        String prepared = answers.poll();
        byte[] body = (prepared == null ? NOTHING_NEW : prepared).getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String page(long lastIndex, boolean outOfTime, String items, long... next) {
        return "{\"lastIndex\":" + lastIndex + ",\"outOfTime\":" + outOfTime
                + (next.length == 0 ? "" : ",\"next\":" + next[0]) + ",\"items\":[" + items + "]}";
    }

    private void followUntil(int requests, String... arguments) throws InterruptedException {
        var request = LogRequest.of(List.of(arguments)).orElseThrow();
        var reader = new LogReader("http://localhost:" + gateway.getAddress().getPort(), () -> "token", "en");
        var out = new PrintStream(printed, true, UTF_8);
        var following = Thread.ofPlatform().start(() -> new LogCommand(request, reader, out).run());
        Awaitility.await().until(() -> asked.size() >= requests);
        following.interrupt();
        following.join();
    }

    @Test
    void followingARareFilterNeverLooksAtTheSameEventsAgain() throws InterruptedException {
        answers.add(page(40, true, "", 20));
        answers.add(page(41, false, "{\"index\":7}"));
        answers.add(page(45, false, ""));
        answers.add(page(50, false, "{\"index\":48}"));
        followUntil(5, "reward", "--type", "rare", "--follow", "--json");
        assertThat(asked)
                .startsWith(
                        "/api/reward/log/events?type=rare&limit=20",
                        "/api/reward/log/events?type=rare&before=20&limit=20")
                .element(2)
                .asString()
                .as("on from the end of the log when the search began")
                .contains("after=40");
        assertThat(asked.get(3)).contains("after=45");
        assertThat(asked.get(4)).contains("after=50");
        assertThat(printed.toString(UTF_8).lines()).containsExactly("{\"index\":7}", "{\"index\":48}");
    }

    @Test
    void anEventThatCameWhileTheSearchWentOnIsPrintedOnce() throws InterruptedException {
        answers.add(page(40, false, "{\"index\":42}"));
        followUntil(2, "reward", "--cause", "enrollment/9", "--follow", "--json");
        assertThat(asked.get(1)).contains("cause=enrollment/9").contains("after=42");
    }
}
