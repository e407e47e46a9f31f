package org.gongxue.story;

import java.util.List;
import java.util.stream.IntStream;
import org.gongxue.story.SkillClaim.Fate;

/**
 * How large the skill reward is played: the numbers from which {@link SkillPlanner} makes people, certificates and
 * claims.
 *
 * @param seats where claimants work, one for each unit that holds places
 * @param trades how many trades occur
 * @param firstNumber the number of the first claimant without an account, and of the first certificate
 */
record SkillShape(List<Seat> seats, int trades, int firstNumber, List<Year> years) {

    private static final int FIRST_NUMBER = 10_001;
    private static final Split HOLDERS = new Split(45, 10);
    private static final Split STARTERS = new Split(90, 20);
    private static final Split STARTERS_2017 = new Split(180, 40);

    /** The places of one group: so many for each district and zone, so many for each municipal unit. */
    record Split(int district, int municipal) {

        int of(Unit holder) {
            return Unit.MUNICIPAL.contains(holder) ? municipal : district;
        }
    }

    /** How many claims are refused, by reason. */
    record Refusals(int certificateWrong, int levelNotHigher, int claimedBefore, int notNonpublic) {}

    /** A part played by one of those who sign in themselves; always in the group of starters. */
    record Own(int number, Fate fate) {}

    /**
     * One year.
     *
     * @param technicians how many of the group of holders reach 技师
     * @param seniorTechnicians how many of it reach 高级技师; the others reach 高级工
     * @param contests how many of the approved were won in a contest
     * @param returnedHolders payments to the group of holders that the bank returns
     * @param returnedStarters payments to the group of starters that the bank returns
     * @param falseCertificate whether one approved certificate of a starter turns out false
     */
    record Year(
            int year,
            Split holders,
            Split starters,
            int technicians,
            int seniorTechnicians,
            int contests,
            int waitlisted,
            Refusals refusals,
            int returnedHolders,
            int returnedStarters,
            boolean falseCertificate,
            List<Own> own) {

        Split places(SkillGroup group) {
            return switch (group) {
                case HOLDERS -> holders;
                case STARTERS -> starters;
            };
        }
    }

    /** The three years of the 1138 program: 11,400 claims for 11,000 places in 58 units. */
    static SkillShape full() {
        return new SkillShape(
                IntStream.range(0, Seat.PLACES).mapToObj(Seat::at).toList(),
                173,
                FIRST_NUMBER,
                List.of(
                        new Year(
                                2015,
                                HOLDERS,
                                STARTERS,
                                166,
                                34,
                                328,
                                70,
                                new Refusals(20, 15, 10, 5),
                                0,
                                0,
                                false,
                                List.of(new Own(14, Fate.APPROVED))),
                        new Year(
                                2016,
                                HOLDERS,
                                STARTERS,
                                167,
                                33,
                                328,
                                70,
                                new Refusals(20, 15, 10, 5),
                                0,
                                0,
                                false,
                                List.of(new Own(13, Fate.APPROVED), new Own(10, Fate.LEVEL_NOT_HIGHER))),
                        new Year(
                                2017,
                                HOLDERS,
                                STARTERS_2017,
                                167,
                                33,
                                547,
                                100,
                                new Refusals(24, 18, 12, 6),
                                4,
                                5,
                                true,
                                List.of(
                                        new Own(15, Fate.APPROVED),
                                        new Own(12, Fate.APPROVED),
                                        new Own(11, Fate.WAITLISTED),
                                        new Own(16, Fate.CERTIFICATE_WRONG)))));
    }

    /**
     * The same structure with eighty claims for the places of eight units in one year.
     *
     * @param year any year from 2015 on
     * @param firstNumber the number of the first claimant and of the first certificate; two hundred are used
     */
    static SkillShape small(int year, int firstNumber) {
        return new SkillShape(
                IntStream.of(0, 3, 5, 12, 13, 20, 35, 57).mapToObj(Seat::at).toList(),
                7,
                firstNumber,
                List.of(new Year(
                        year,
                        new Split(4, 2),
                        new Split(8, 4),
                        4,
                        2,
                        7,
                        7,
                        new Refusals(4, 1, 1, 1),
                        1,
                        2,
                        true,
                        List.of())));
    }
}
