package org.gongxue.enrollment.admission;

import java.time.LocalDate;
import org.gongxue.events.enrollment.Holder;
import org.gongxue.events.enrollment.StaffRole;

/** Who holds an open application next, and until when: every step has the intake's answer days, today not counted. */
public final class Steps {

    /** What an intake gives each office when it says nothing else: 15 days, the working rule of the union's offices. */
    public static final int ANSWER_DAYS = 15;

    private Steps() {}

    /** Recommendation by the worker's own union; after the window closes there is none. */
    static Holder recommendation(String unitId, LocalDate today, int answerDays, LocalDate closesOn) {
        var due = today.plusDays(answerDays);
        return new Holder(StaffRole.UNION_OFFICER, unitId, due.isAfter(closesOn) ? closesOn : due);
    }

    /** Review by the union above. */
    static Holder review(String unitId, LocalDate today, int answerDays) {
        return new Holder(StaffRole.UNION_OFFICER, unitId, today.plusDays(answerDays));
    }

    /** On the waitlist until the window closes; the reviewing union answers for it. */
    static Holder waitlist(String unitId, LocalDate closesOn) {
        return new Holder(StaffRole.UNION_OFFICER, unitId, closesOn);
    }

    /** Admission by the university. */
    static Holder university(String universityId, LocalDate today, int answerDays) {
        return new Holder(StaffRole.REGISTRAR, universityId, today.plusDays(answerDays));
    }
}
