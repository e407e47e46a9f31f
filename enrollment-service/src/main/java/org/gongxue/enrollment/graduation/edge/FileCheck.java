package org.gongxue.enrollment.graduation.edge;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.graduation.GraduationClaim;
import org.gongxue.enrollment.graduation.GraduationCommand.Source;
import org.gongxue.enrollment.graduation.Graduations;
import org.gongxue.enrollment.graduation.edge.GraduationSheet.SheetRow;
import org.gongxue.enrollment.graduation.edge.Uploads.Foreseen;
import org.gongxue.enrollment.vault.edge.Access;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.events.enrollment.GraduationRefused;
import org.gongxue.events.enrollment.RowReason;

/** Foresees what will become of the rows of a file, by the very decision that settles them later. */
@Singleton
class FileCheck {

    private static final int ROWS_AT_ONCE = 500;

    private final EventLog<Object> log;
    private final IdentityCheck identities;

    FileCheck(EventLog<Object> log, IdentityCheck identities) {
        this.log = log;
        this.identities = identities;
    }

    List<Foreseen> foresee(String fileId, String universityId, List<SheetRow> rows, Access access) {
        var rehearsal = new Rehearsal(log);
        var foreseen = new ArrayList<Foreseen>();
        for (var from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            var some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
            var claims = identities.claims(
                    rehearsal,
                    universityId,
                    some.stream().map(SheetRow::graduate).toList(),
                    access);
            for (var i = 0; i < some.size(); i++) {
                foreseen.add(foresee(rehearsal, fileId, universityId, some.get(i), claims.get(i)));
            }
        }
        return List.copyOf(foreseen);
    }

    private static Foreseen foresee(
            Rehearsal rehearsal, String fileId, String universityId, SheetRow row, GraduationClaim claim) {
        var decision = Graduations.settle(rehearsal, new Source.FileRow(fileId, row.number()), universityId, claim);
        rehearsal.play(decision);
        return switch (decision) {
            case Decision.Accepted(var events, Settled settled) ->
                new Foreseen(row.number(), row.graduate(), RowStatus.of(settled), reasons(events), settled.first());
            case Decision.Accepted _, Decision.Refused _ ->
                throw new IllegalStateException("A row is settled one way or the other");
        };
    }

    private static List<RowReason> reasons(List<NewEvent> events) {
        return events.stream()
                .map(NewEvent::payload)
                .filter(GraduationRefused.class::isInstance)
                .map(GraduationRefused.class::cast)
                .findFirst()
                .map(GraduationRefused::reasons)
                .orElse(List.of());
    }
}
