package org.gongxue.enrollment.graduation.edge;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.edge.ChoreProjection;
import org.gongxue.enrollment.edge.Chores.Chore;
import org.gongxue.enrollment.edge.SelfCommands;
import org.gongxue.enrollment.graduation.GraduationCommand.Settle;
import org.gongxue.enrollment.graduation.GraduationCommand.SettleFile;
import org.gongxue.enrollment.graduation.GraduationCommand.Source;
import org.gongxue.enrollment.graduation.GraduationFiles;
import org.gongxue.enrollment.graduation.edge.Uploads.KeptRow;
import org.gongxue.enrollment.vault.edge.Access;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Outcome;
import org.gongxue.kit.door.Commands;

/**
 * A second person has released a file: every row is settled by a recorded command under its own name, in the sheet's
 * order, then the file is. After a crash it starts over; rows settled before answer as they did.
 */
@Singleton
class WhenAFileIsReleasedThenSettleItsRows implements Chore {

    private static final int ROWS_AT_ONCE = 200;

    private final EventLog<Object> log;
    private final Uploads uploads;
    private final IdentityCheck identities;
    private final SelfCommands self;

    WhenAFileIsReleasedThenSettleItsRows(
            EventLog<Object> log, Uploads uploads, IdentityCheck identities, SelfCommands self) {
        this.log = log;
        this.uploads = uploads;
        this.identities = identities;
        this.self = self;
    }

    @Override
    public String kind() {
        return ChoreProjection.SETTLE_FILE;
    }

    @Override
    public void carryOut(String fileId) {
        var received = log.read(GraduationFiles.FILE, fileId).received();
        if (received == null) {
            throw new IllegalStateException("Released but never received: " + fileId);
        }
        var counts = new EnumMap<RowStatus, Integer>(RowStatus.class);
        var rows = uploads.rows(fileId, 0, List.of(), ROWS_AT_ONCE);
        while (!rows.isEmpty()) {
            for (var outcome : settle(fileId, received.universityId(), rows)) {
                counts.merge(RowStatus.of(Commands.answer(outcome, Settled.class)), 1, Integer::sum);
            }
            rows = uploads.rows(fileId, rows.getLast().row(), List.of(), ROWS_AT_ONCE);
        }
        var settleFile = new SettleFile(
                fileId,
                counts.getOrDefault(RowStatus.ACCEPTED, 0),
                counts.getOrDefault(RowStatus.DUPLICATE, 0),
                counts.getOrDefault(RowStatus.REFUSED, 0));
        self.submit("settle-file/" + fileId, settleFile).join();
    }

    private List<Outcome> settle(String fileId, String universityId, List<KeptRow> rows) {
        var claims = identities.claims(
                new Rehearsal(log),
                universityId,
                rows.stream().map(KeptRow::graduate).toList(),
                new Access(Acting.SERVICE, "graduation-settlement", fileId));
        var pending = new ArrayList<CompletableFuture<Outcome>>();
        for (var i = 0; i < rows.size(); i++) {
            var source = new Source.FileRow(fileId, rows.get(i).row());
            pending.add(self.submit("settle/" + source.evidence(), new Settle(source, universityId, claims.get(i))));
        }
        return pending.stream().map(CompletableFuture::join).toList();
    }
}
