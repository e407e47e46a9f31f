package org.gongxue.enrollment.learner.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.enrollment.edge.Batch;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.enrollment.ConsentGiven;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.events.enrollment.PayeeAccountRecorded;

/** Learners by id, and which card each version of their accounts is. */
@Singleton
class LearnerProjection implements Projection {

    private static final String REGISTER = """
            INSERT INTO learner (learner_id, unit_id, education_level, account_version, registered_index)
            VALUES (?, ?, ?, 0, ?)
            """;
    private static final String CONSENT =
            "UPDATE learner SET consent_version = ?, consented_on = ? WHERE learner_id = ?";
    private static final String CARD = "UPDATE learner SET account_token = ?, account_version = ? WHERE learner_id = ?";

    private static final String CARD_VERSION =
            "INSERT INTO learner_account (learner_id, version, account_token) VALUES (?, ?, ?)";

    @Override
    public String name() {
        return "learners";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<String> tables() {
        return List.of("learner", "learner_account");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var batch = new Batch(c)) {
            for (var recorded : events) {
                switch (recorded.event()) {
                    case LearnerRegistered l ->
                        batch.add(REGISTER, l.learnerId(), l.unitId(), l.educationLevel(), recorded.index());
                    case ConsentGiven g -> batch.add(CONSENT, g.wordingVersion(), g.on(), g.learnerId());
                    case PayeeAccountRecorded p -> {
                        batch.add(CARD, p.accountToken(), p.version(), p.learnerId());
                        batch.add(CARD_VERSION, p.learnerId(), p.version(), p.accountToken());
                    }
                    default -> {}
                }
            }
        }
    }
}
