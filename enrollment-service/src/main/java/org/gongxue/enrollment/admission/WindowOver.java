package org.gongxue.enrollment.admission;

import java.util.List;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.admission.ApplicationCommand.RefuseNotRecommended;
import org.gongxue.enrollment.admission.ApplicationState.Stage;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.ApplicationRefused;
import org.gongxue.kit.calendar.BusinessCalendar;

/** The window is over and no union recommended the worker: a refusal with that reason. Safe to ask again. */
final class WindowOver {

    private WindowOver() {}

    static Decision decide(View view, RefuseNotRecommended c) {
        Intakes.requireService(view);
        var application = view.state(Applications.APPLICATION, c.applicationId());
        if (application.stage() != Stage.SUBMITTED) {
            return Decision.accepted();
        }
        var submitted = application.submission();
        var today = BusinessCalendar.today(view);
        var intake = view.state(Intakes.INTAKE, submitted.intakeId());
        if (!intake.isOver(today)) {
            return Decision.accepted();
        }
        var refused = new ApplicationRefused(
                c.applicationId(),
                "NOT_RECOMMENDED",
                "recommendation",
                null,
                intake.window().closesOn().toString(),
                null,
                today);
        return Decision.accepted(
                List.of(
                        NewEvent.of(Applications.APPLICATION.id(c.applicationId()), refused),
                        Withdrawal.released(view, submitted)),
                Settled.accepted(c.applicationId()));
    }
}
