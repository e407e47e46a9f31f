package org.gongxue.story;

import java.time.LocalDate;
import org.gongxue.story.SkillCertificate.Route;

/** The body {@link Synthetic#ISSUER} at work: each certificate gets the next serial number. */
final class SampleIssuer {

    /** No policy rewards what was issued in this year: all begin later. */
    private static final int EARLIER_YEAR = 2014;

    private static final int MONTHS = 6;
    private static final int DAYS = 27;

    private int nextSerial;

    /** An issuer whose first certificate has this serial number, of at most five digits. */
    SampleIssuer(int firstSerial) {
        this.nextSerial = firstSerial;
    }

    /** A certificate of the first half of a year. */
    SkillCertificate issue(int year, Trade trade, SkillLevel level, Route route) {
        int serial = nextSerial++;
        return new SkillCertificate(
                Synthetic.certificateNumber(year, level.digit(), serial),
                trade,
                level,
                LocalDate.of(year, 1 + serial % MONTHS, 1 + serial % DAYS),
                route);
    }

    /** A certificate from before the program. */
    SkillCertificate issueEarlier(Trade trade, SkillLevel level) {
        return issue(EARLIER_YEAR, trade, level, Route.TRAINING);
    }

    /**
     * A certificate whose number does not hold what it says: another level, another year, or a body in nobody's
     * register.
     *
     * @param flaw which of the three, from 0
     */
    SkillCertificate forge(int flaw, int year, Trade trade) {
        SkillCertificate right = issue(year, trade, SkillLevel.INTERMEDIATE, Route.TRAINING);
        int digit = right.level().digit();
        int serial = nextSerial++;
        String number = switch (flaw) {
            case 0 -> Synthetic.certificateNumber(year, SkillLevel.SENIOR.digit(), serial);
            case 1 -> Synthetic.certificateNumber(year - 1, digit, serial);
            default -> Synthetic.strangersCertificateNumber(year, digit, serial);
        };
        return new SkillCertificate(number, trade, right.level(), right.issuedOn(), right.route());
    }
}
