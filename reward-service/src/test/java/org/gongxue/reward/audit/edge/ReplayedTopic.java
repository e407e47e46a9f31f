package org.gongxue.reward.audit.edge;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.gongxue.eventlog.LogCodec;
import org.gongxue.kit.boot.CatalogCodec;
import org.gongxue.reward.audit.LiveLedger;
import org.gongxue.reward.audit.ReplayFold;
import org.gongxue.reward.audit.ReplayJson;
import org.gongxue.reward.ledger.edge.LedgerSnapshot;

/** A replay of what a reward service of another name published, beside the tables that it keeps. */
public final class ReplayedTopic {

    private ReplayedTopic() {}

    /** Folds the topic through the index of the snapshot and compares both. */
    public static ReplayFold.Result compare(String service, String kafka, DataSource dataSource)
            throws IOException, SQLException, InterruptedException {
        var live = live(dataSource);
        var scan = new TopicScan(kafka, service, Pace.of(null));
        var partitions = scan.partitions();
        var fold = ReplayFold.of(service, live.index(), null, null, partitions, new LogCodec(new CatalogCodec()));
        scan.read(fold::partition, partitions, new LongAdder());
        return fold.compare(live);
    }

    /** What the tables say. */
    public static LiveLedger live(DataSource dataSource) throws IOException, SQLException {
        var json = new ByteArrayOutputStream();
        try (var generator = new JsonFactory().createGenerator(json)) {
            LedgerSnapshot.write(dataSource, generator);
        }
        return ReplayJson.MAPPER.readValue(json.toByteArray(), LiveLedger.class);
    }
}
