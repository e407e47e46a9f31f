package org.gongxue.story;

/** The auditor replays the published events and compares them with the live ledger, now and as of 2017-12-31. */
final class ReplayLog {

    /** 11,000 skill rewards and the one paid to the false certificate, 297 refunds. */
    private static final int CONFIRMED_PAYMENTS = 11_298;

    private final House house;
    private final Checks checks;

    ReplayLog(House house, Checks checks) {
        this.house = house;
        this.checks = checks;
    }

    /** Plays the act; the replay of the present is the one the report names. */
    Replay play() {
        Replay now = Replay.run(house, Json.object("mode", "fold"));
        checks.that("replay", "identical", now.verdict());
        checks.that("differences", 0, now.differences());
        checks.money("paid, net", LookAtWhatIsOwed.SKILLS_FEN + LookAtWhatIsOwed.OWED_FEN, now.netPaidFen());
        checks.that("confirmed payments", CONFIRMED_PAYMENTS, now.confirmedPayments());
        Replay then = Replay.run(house, Json.object("mode", "fold", "asOf", LookAtWhatIsOwed.DAY));
        checks.money("as of 2017-12-31: owed", LookAtWhatIsOwed.OWED_FEN, then.owedFen());
        checks.money("as of 2017-12-31: paid", LookAtWhatIsOwed.SKILLS_FEN, then.netPaidFen());
        return now;
    }
}
