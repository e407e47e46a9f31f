package org.gongxue.enrollment.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.enrollment.World;
import org.gongxue.enrollment.admission.ApplicationCommand.Recommend;
import org.gongxue.enrollment.admission.ApplicationCommand.Review;
import org.gongxue.enrollment.admission.ApplicationCommand.Submit;
import org.gongxue.enrollment.admission.ApplicationCommand.Withdraw;
import org.gongxue.enrollment.admission.ApplicationState.Stage;
import org.gongxue.enrollment.admission.IntakeCommand.PromoteNext;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.enrollment.ApplicationSubmitted;
import org.gongxue.events.enrollment.EducationLevel;
import org.gongxue.events.enrollment.PlaceFreed;
import org.gongxue.events.enrollment.PlaceTaken;
import org.gongxue.events.enrollment.WaitlistNumberIssued;

/** Whatever people do in whatever order: quota, waitlist and claims stay what they promise (invariants 4, 5). */
class QuotaPropertyTest {

    private static final int PEOPLE = 6;

    private enum Deed {
        SUBMIT,
        RECOMMEND,
        APPROVE,
        DECLINE,
        WITHDRAW,
        CLOSE_WINDOW
    }

    private record Act(Deed deed, int person) {}

    @Property(tries = 120)
    void quotaWaitlistAndClaimsHold(
            @ForAll @IntRange(min = 1, max = 4) int quota,
            @ForAll @IntRange(min = 1, max = 4) int places,
            @ForAll("acts") List<Act> acts) {
        var fixture = World.withIntake(quota, places);
        IntStream.range(0, PEOPLE).forEach(p -> World.learner(fixture, "L-" + p, EducationLevel.BACHELOR));
        var latest = new HashMap<Integer, String>();
        for (var i = 0; i < acts.size(); i++) {
            play(fixture, acts.get(i), "A-" + i, latest);
            promoteWhenFreed(fixture);
            holds(fixture, Math.min(quota, places));
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        var deeds = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(5, Deed.SUBMIT),
                net.jqwik.api.Tuple.of(6, Deed.RECOMMEND),
                net.jqwik.api.Tuple.of(7, Deed.APPROVE),
                net.jqwik.api.Tuple.of(1, Deed.DECLINE),
                net.jqwik.api.Tuple.of(2, Deed.WITHDRAW));
        var act = Combinators.combine(deeds, Arbitraries.integers().between(0, PEOPLE - 1))
                .as(Act::new);
        var open = act.list().ofMinSize(5).ofMaxSize(45);
        var over = act.list().ofMaxSize(10);
        return Combinators.combine(open, over)
                .as((before, after) -> java.util.stream.Stream.of(
                                before.stream(),
                                java.util.stream.Stream.of(new Act(Deed.CLOSE_WINDOW, 0)),
                                after.stream())
                        .flatMap(s -> s)
                        .toList());
    }

    private static void play(
            DomainFixture<EnrollmentCommand> fixture, Act act, String applicationId, Map<Integer, String> latest) {
        var current = latest.getOrDefault(act.person(), "A-none");
        switch (act.deed()) {
            case SUBMIT -> {
                fixture.by(World.GRASSROOTS)
                        .when(new Submit(applicationId, World.INTAKE, World.PROGRAM, "L-" + act.person()));
                if (stage(fixture, applicationId) == Stage.SUBMITTED) {
                    latest.put(act.person(), applicationId);
                }
            }
            case RECOMMEND -> fixture.by(World.GRASSROOTS).when(new Recommend(current));
            case APPROVE -> fixture.by(World.DISTRICT).when(new Review(current, true, null));
            case DECLINE -> fixture.by(World.DISTRICT).when(new Review(current, false, null));
            case WITHDRAW -> fixture.by("user:L-" + act.person()).when(new Withdraw(current));
            case CLOSE_WINDOW -> World.day(fixture, World.TODAY.plusDays(30));
        }
    }

    private static void promoteWhenFreed(DomainFixture<EnrollmentCommand> fixture) {
        if (fixture.events().getLast().event() instanceof PlaceFreed
                || fixture.events().stream()
                        .skip(Math.max(0, fixture.events().size() - 3))
                        .anyMatch(r -> r.event() instanceof PlaceFreed)) {
            fixture.by(World.SERVICE).when(new PromoteNext(World.INTAKE, World.PROGRAM));
        }
    }

    private static void holds(DomainFixture<EnrollmentCommand> fixture, int cap) {
        var intake = fixture.state(Intakes.INTAKE, World.INTAKE);
        var program = intake.program(World.PROGRAM).orElseThrow();
        assertThat(intake.used()).isBetween(0, cap).isEqualTo(program.used());
        var events = fixture.events().stream().map(r -> r.event()).toList();
        assertThat(events.stream()
                        .filter(PlaceTaken.class::isInstance)
                        .map(PlaceTaken.class::cast)
                        .map(PlaceTaken::used))
                .allSatisfy(used -> assertThat(used).isLessThanOrEqualTo(cap));
        var numbers = events.stream()
                .filter(WaitlistNumberIssued.class::isInstance)
                .map(e -> ((WaitlistNumberIssued) e).number())
                .toList();
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        onePersonOneOpenApplication(fixture, events, program.waiting());
    }

    private static void onePersonOneOpenApplication(
            DomainFixture<EnrollmentCommand> fixture, List<Object> events, int waiting) {
        var people = new HashSet<String>();
        var waitlisted = 0;
        for (var event : events) {
            if (event instanceof ApplicationSubmitted submitted) {
                var stage = stage(fixture, submitted.applicationId());
                if (stage != Stage.REFUSED && stage != Stage.WITHDRAWN) {
                    assertThat(people.add(submitted.identityToken()))
                            .as("one open application of %s", submitted.learnerId())
                            .isTrue();
                }
                waitlisted += stage == Stage.WAITLISTED ? 1 : 0;
            }
        }
        assertThat(waiting).isEqualTo(waitlisted);
    }

    private static Stage stage(DomainFixture<EnrollmentCommand> fixture, String applicationId) {
        return fixture.state(Applications.APPLICATION, applicationId).stage();
    }
}
