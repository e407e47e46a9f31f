package org.gongxue.enrollment.graduation.edge;

import java.util.Locale;
import org.gongxue.enrollment.Settled;

/** What becomes of a row. */
enum RowStatus {
    ACCEPTED,
    DUPLICATE,
    REFUSED;

    /** As requests and answers say it. */
    String shown() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RowStatus of(Settled settled) {
        return switch (settled.standing()) {
            case ACCEPTED -> ACCEPTED;
            case DUPLICATE -> DUPLICATE;
            case REFUSED -> REFUSED;
        };
    }
}
