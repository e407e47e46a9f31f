package org.gongxue.creditbank.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongxue.creditbank.certificate.CertificateNumber;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevel;

/** The checks of a skill certificate against itself; all are made, and each that fails is a reason. */
public final class Recognition {

    private static final String NUMBER = "certificateNumber";

    private Recognition() {}

    /**
     * What a certificate's number says against what was claimed.
     *
     * @param number the number as read
     * @param level the level claimed
     * @param issuedOn the date of issue claimed
     * @param today the business date
     * @return nothing when the claim stands
     */
    public static List<RefusalReason> contradictions(
            CertificateNumber.Read number, SkillLevel level, LocalDate issuedOn, LocalDate today) {
        var reasons = new ArrayList<RefusalReason>();
        if (number.level() != level) {
            reasons.add(RefusalReason.at(
                    number.levelPosition(),
                    "CERTIFICATE_LEVEL_MISMATCH",
                    NUMBER,
                    level.name(),
                    number.level().name()));
        }
        var latestYear = Math.max(today.getYear(), issuedOn.getYear());
        var yearInNumber = latestYear - Math.floorMod(latestYear - number.yearOfCentury(), 100);
        if (yearInNumber != issuedOn.getYear()) {
            reasons.add(RefusalReason.at(
                    number.yearPosition(),
                    "CERTIFICATE_YEAR_MISMATCH",
                    NUMBER,
                    Integer.toString(issuedOn.getYear()),
                    Integer.toString(yearInNumber)));
        }
        if (issuedOn.isAfter(today)) {
            reasons.add(
                    new RefusalReason("CERTIFICATE_NOT_YET_ISSUED", "issuedOn", issuedOn.toString(), today.toString()));
        }
        return reasons;
    }
}
