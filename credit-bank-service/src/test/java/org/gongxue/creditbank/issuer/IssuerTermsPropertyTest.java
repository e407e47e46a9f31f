package org.gongxue.creditbank.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongxue.events.creditbank.IssuerRegistered;
import org.gongxue.events.creditbank.IssuerScope;
import org.gongxue.events.creditbank.IssuerWithdrawn;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.SkillLevel;

/** Whatever is entered and withdrawn in whatever order, the terms say of each day what a calendar of days would say. */
class IssuerTermsPropertyTest {

    private static final int DAYS = 30;
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    /** Days are counted from {@link #FIRST}; {@code until} beyond the last stands for an open end. */
    sealed interface Act {
        record Register(int occupation, int from, int until) implements Act {}

        record Withdraw(int after) implements Act {}
    }

    @Property
    void theTermsAreTheCalendarTheyStandFor(@ForAll("acts") List<Act> acts) {
        var issuer = Issuer.STREAM.initial();
        var calendar = new HashMap<Integer, String>();
        for (var act : acts) {
            issuer = issuer.evolve(event(act));
            note(calendar, act);
            for (int day = 0; day <= DAYS; day++) {
                assertThat(occupation(issuer, day))
                        .as("day %s after %s", day, act)
                        .isEqualTo(calendar.get(day));
            }
            assertThat(issuer.terms()).isSortedAccordingTo((a, b) -> a.from().compareTo(b.from()));
        }
    }

    private static String occupation(Issuer issuer, int day) {
        return issuer.on(FIRST.plusDays(day))
                .map(term -> term.scopes().getFirst().occupationCodes().getFirst())
                .orElse(null);
    }

    private static void note(Map<Integer, String> calendar, Act act) {
        switch (act) {
            case Act.Register(int occupation, int from, int until) -> {
                IntStream.rangeClosed(from, DAYS).forEach(calendar::remove);
                IntStream.rangeClosed(from, Math.min(until, DAYS))
                        .forEach(day -> calendar.put(day, Integer.toString(occupation)));
            }
            case Act.Withdraw(int after) ->
                IntStream.rangeClosed(after + 1, DAYS).forEach(calendar::remove);
        }
    }

    private static Object event(Act act) {
        return switch (act) {
            case Act.Register(int occupation, int from, int until) -> {
                var scope = new IssuerScope(
                        OutcomeKind.SKILL_CERTIFICATE,
                        List.of(Integer.toString(occupation)),
                        SkillLevel.BEGINNER,
                        SkillLevel.SENIOR);
                yield new IssuerRegistered(
                        "S000137",
                        "样例",
                        List.of(scope),
                        FIRST.plusDays(from),
                        until > DAYS ? null : FIRST.plusDays(until),
                        "someone",
                        "another");
            }
            case Act.Withdraw(int after) -> new IssuerWithdrawn("S000137", FIRST.plusDays(after), "CLOSED", "someone");
        };
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        var day = Arbitraries.integers().between(0, DAYS);
        Arbitrary<Act> register = Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        day,
                        Arbitraries.integers().between(0, DAYS + 5))
                .as((occupation, from, length) -> new Act.Register(occupation, from, from + length));
        Arbitrary<Act> withdraw = Arbitraries.integers().between(-1, DAYS).map(Act.Withdraw::new);
        return Arbitraries.oneOf(register, withdraw).list().ofMaxSize(12);
    }
}
