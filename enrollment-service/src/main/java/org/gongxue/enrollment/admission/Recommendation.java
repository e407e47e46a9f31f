package org.gongxue.enrollment.admission;

import java.util.List;
import java.util.Set;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.admission.ApplicationCommand.Recommend;
import org.gongxue.enrollment.admission.ApplicationState.Stage;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.unit.Units;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.ApplicationRecommended;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.calendar.BusinessCalendar;

/** 推荐: a union officer speaks for a worker of a unit in the officer's own subtree, while the window is open. */
final class Recommendation {

    private Recommendation() {}

    static Decision decide(View view, Recommend c) {
        var application = view.state(Applications.APPLICATION, c.applicationId());
        if (application.stage() == Stage.UNKNOWN) {
            return Applications.unknown(c.applicationId());
        }
        var submitted = application.submission();
        var mayNot = Acting.mayAct(view, StaffRole.UNION_OFFICER, submitted.unitId());
        if (mayNot.isPresent()) {
            return Decision.refused(mayNot.get());
        }
        var officer = Acting.subject(view);
        if (Acting.isLearner(view, submitted.learnerId())) {
            return Decision.refused(Acting.makerIsChecker());
        }
        if (officer.equals(application.recommendedBy())) {
            return Decision.accepted(List.of(), Settled.duplicate(c.applicationId(), c.applicationId()));
        }
        if (application.stage() != Stage.SUBMITTED) {
            return Applications.wrongStage(application, Stage.SUBMITTED);
        }
        var today = BusinessCalendar.today(view);
        var intake = view.state(Intakes.INTAKE, submitted.intakeId());
        if (intake.isOver(today)) {
            return Decision.refused(Submission.windowClosed(intake, today));
        }
        var appointedTo =
                Set.copyOf(view.state(Offices.OFFICER, officer).organizations(StaffRole.UNION_OFFICER, today));
        var reviewer =
                Units.reviewingUnit(Units.upwards(view, submitted.unitId())).orElse(submitted.unitId());
        var recommended = new ApplicationRecommended(
                c.applicationId(),
                officer,
                Applications.actingUnit(view, appointedTo, submitted.unitId()),
                today,
                Steps.review(reviewer, today, intake.window().answerDays()));
        return Decision.accepted(
                List.of(NewEvent.of(Applications.APPLICATION.id(c.applicationId()), recommended)),
                Settled.accepted(c.applicationId()));
    }
}
