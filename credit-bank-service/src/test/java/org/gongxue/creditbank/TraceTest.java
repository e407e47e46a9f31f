package org.gongxue.creditbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.CreditBankCity.certificate;
import static org.gongxue.creditbank.CreditBankCity.deposit;
import static org.gongxue.creditbank.CreditBankCity.learner;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.gongxue.eventlog.EventLog;
import org.gongxue.kit.testing.PublishedSource;
import org.gongxue.kit.watch.LogTracing;
import org.junit.jupiter.api.Test;

/** One trace from the HTTP request through this log and its topic to the effect in another service's log, and on. */
@QuarkusTest
@QuarkusTestResource(CreditBankHouse.class)
class TraceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DEPOSITED = "org.gongxue.credit-bank.outcome-deposited";

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    @Inject
    LogTracing tracing;

    @Inject
    KeptSpans spans;

    @Test
    void fromTheRequestToTheEffectInAnotherLogAndOn() throws SQLException {
        var city = CreditBankCity.standing(dataSource, log);
        city.seen(city.register("L-traced"));
        var config = ConfigProvider.getConfig();
        try (var echo = PublishedSource.echo(
                "echo",
                "credit-bank",
                dataSource,
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("gongxue.kafka", String.class),
                tracing)) {
            spans.clear();
            deposit(learner("L-traced"), "me", certificate("16", 4), "INTERMEDIATE")
                    .statusCode(201);
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                var trace = traceOfTheDeposit();
                var effect = named(trace, "input " + DEPOSITED);
                var published = parentOf(trace, effect);
                var command = parentOf(trace, published);
                assertThat(effect.getKind()).isEqualTo(SpanKind.CONSUMER);
                assertThat(published.getName()).isEqualTo("publish " + DEPOSITED);
                assertThat(command.getName()).startsWith("command Deposit");
                assertThat(rootOf(trace, command).getKind()).isEqualTo(SpanKind.SERVER);
                // What the other service recorded went to its own topic under the same trace.
                assertThat(trace)
                        .anyMatch(span -> span.getName().equals("publish " + DEPOSITED)
                                && span.getParentSpanId().equals(effect.getSpanId()));
            });
            assertThat(echo).isNotNull();
        }
        assertThat(traceOfTheDeposit().toString()).doesNotContain("L-traced");
    }

    private List<SpanData> traceOfTheDeposit() {
        var request = spans.ended().stream()
                .filter(span ->
                        span.getKind() == SpanKind.SERVER && span.getName().startsWith("POST"))
                .findFirst();
        assertThat(request).as("the request has ended").isPresent();
        return spans.ended().stream()
                .filter(span -> span.getTraceId().equals(request.get().getTraceId()))
                .toList();
    }

    private static SpanData named(List<SpanData> trace, String name) {
        return trace.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + trace));
    }

    private static SpanData parentOf(List<SpanData> trace, SpanData span) {
        return trace.stream()
                .filter(other -> other.getSpanId().equals(span.getParentSpanId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the parent of " + span.getName() + " has not ended"));
    }

    private static SpanData rootOf(List<SpanData> trace, SpanData span) {
        return span.getParentSpanContext().isValid() ? rootOf(trace, parentOf(trace, span)) : span;
    }
}
