package org.gongxue.enrollment.graduation;

import java.time.LocalDate;
import java.util.List;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.RowReason;
import org.jspecify.annotations.Nullable;

/**
 * What a university says about one graduate, read from a sheet row or a message. What could not be read is absent here
 * and named in {@code unreadable}.
 *
 * @param studentNumber 学号
 * @param level 层次
 * @param awardedOn 毕业日期
 * @param diploma 毕业证书编号, taken apart
 * @param requiredCredits 应修学分
 * @param earnedCredits 已修学分
 * @param identity what the vault says about name and document number
 * @param unreadable the cells that could not be read, in the order of the columns
 */
public record GraduationClaim(
        @Nullable String studentNumber,
        @Nullable DegreeLevel level,
        @Nullable LocalDate awardedOn,
        DiplomaNumber diploma,
        @Nullable Integer requiredCredits,
        @Nullable Integer earnedCredits,
        IdentityMatch identity,
        List<RowReason> unreadable) {

    /** How a value of the claim compares with the vault's. */
    public enum Match {
        NOT_GIVEN,
        SAME,
        DIFFERENT
    }

    /**
     * The vault's word on a claim.
     *
     * @param learnerId whose identity was compared, absent when the student number is nobody's
     */
    public record IdentityMatch(@Nullable String learnerId, Match idNumber, Match name) {

        /** There was nobody to compare with. */
        public static final IdentityMatch NOBODY = new IdentityMatch(null, Match.NOT_GIVEN, Match.NOT_GIVEN);
    }
}
