package org.gongxue.enrollment.admission.edge;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gongxue.enrollment.admission.ApplicationCommand.RefuseNotRecommended;
import org.gongxue.enrollment.admission.IntakeCommand.CloseIntake;
import org.gongxue.enrollment.edge.ChoreProjection;
import org.gongxue.enrollment.edge.Chores.Chore;
import org.gongxue.enrollment.edge.SelfCommands;

/** The last day has passed: whoever was not recommended is told so, one recorded command each; then the intake closes. */
@Singleton
class WhenTheWindowClosesThenRefuseTheNotRecommended implements Chore {

    private static final int AT_ONCE_MAX = 200;

    private final SelfCommands self;

    WhenTheWindowClosesThenRefuseTheNotRecommended(SelfCommands self) {
        this.self = self;
    }

    @Override
    public String kind() {
        return ChoreProjection.CLOSE_INTAKE;
    }

    @Override
    public void carryOut(String intakeId) {
        List<String> told = List.of();
        for (var open = notRecommended(intakeId); !open.isEmpty(); open = notRecommended(intakeId)) {
            if (open.equals(told)) {
                throw new IllegalStateException("Applications of " + intakeId + " stay open after their refusal");
            }
            told = open;
            var refusals = open.stream()
                    .map(id -> self.submit("not-recommended/" + id, new RefuseNotRecommended(id)))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(refusals).join();
        }
        self.submit("close-intake/" + intakeId, new CloseIntake(intakeId)).join();
    }

    private static List<String> notRecommended(String intakeId) {
        return QuarkusTransaction.requiringNew().call(() -> Application.notRecommended(intakeId, AT_ONCE_MAX));
    }
}
