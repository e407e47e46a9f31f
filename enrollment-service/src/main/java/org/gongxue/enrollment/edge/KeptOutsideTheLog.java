package org.gongxue.enrollment.edge;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gongxue.kit.boot.OutsideTheLog;

/** What the enrollment service keeps beside its log, for a recovery to say what of it is missing. */
class KeptOutsideTheLog {

    @Produces
    @Singleton
    OutsideTheLog identities() {
        return new OutsideTheLog("identities, by learner", """
                SELECT l.learner_id FROM learner l
                WHERE NOT EXISTS (SELECT 1 FROM vault_profile p WHERE p.learner_id = l.learner_id) ORDER BY 1""");
    }

    @Produces
    @Singleton
    OutsideTheLog cards() {
        return new OutsideTheLog("bank cards, by learner and version", """
                SELECT a.learner_id || ' ' || a.version FROM learner_account a
                WHERE NOT EXISTS (SELECT 1 FROM vault_payee p
                    WHERE p.learner_id = a.learner_id AND p.account_token = a.account_token) ORDER BY 1""");
    }

    @Produces
    @Singleton
    OutsideTheLog uploads() {
        return new OutsideTheLog("graduation files, by file", """
                SELECT f.file_id FROM graduation_file f
                WHERE NOT EXISTS (SELECT 1 FROM graduation_upload u WHERE u.file_id = f.file_id) ORDER BY 1""");
    }
}
