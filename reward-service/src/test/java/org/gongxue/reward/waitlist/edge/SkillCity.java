package org.gongxue.reward.waitlist.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.gongxue.eventlog.KafkaConfig;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.testing.TestKafka;
import org.gongxue.eventlog.testing.TestPostgres;
import org.gongxue.events.enrollment.Affiliation;
import org.gongxue.events.enrollment.DayOpened;
import org.gongxue.events.enrollment.EducationLevel;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.events.enrollment.OfficerAppointed;
import org.gongxue.events.enrollment.Ownership;
import org.gongxue.events.enrollment.PayeeAccountRecorded;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.enrollment.UnitLevel;
import org.gongxue.events.enrollment.UnitRegistered;
import org.gongxue.events.reward.CellPlaces;
import org.gongxue.kit.testing.PublishedSource;
import org.gongxue.kit.testing.PublishedSource.Say;
import org.gongxue.reward.Certificates;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.audit.ReplayFold;
import org.gongxue.reward.audit.edge.ReplayedTopic;
import org.gongxue.reward.fund.FundCommand.AppropriationAnswer;
import org.gongxue.reward.fund.FundCommand.ConfirmAppropriation;
import org.gongxue.reward.fund.FundCommand.FundAnswer;
import org.gongxue.reward.fund.FundCommand.OpenFund;
import org.gongxue.reward.fund.FundCommand.ProposeAppropriation;
import org.gongxue.reward.policy.PolicyCommand.PolicyAnswer;
import org.gongxue.reward.quota.QuotaCommand.ConfirmQuota;
import org.gongxue.reward.quota.QuotaCommand.ProposeQuota;
import org.gongxue.reward.quota.QuotaCommand.QuotaAnswer;

/**
 * A city of its own for tests of the skill rewards with several instances: a fresh database, published logs of its
 * enrollment and its credit bank, and the real policy of D4.
 */
final class SkillCity implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2017, 6, 1);
    static final String FUND = "skill-2017";
    static final String POLICY = "qingdao-skill-reward";
    static final String GROUP = "8";
    static final String MAKER = "maker";
    static final String CHECKER = "checker";

    private static final AtomicInteger CITIES = new AtomicInteger();

    private final String suffix = "-of-skill-city-" + CITIES.incrementAndGet();
    private final TestPostgres.Database database = TestPostgres.database();
    private final DataSource dataSource = database.dataSource();
    private final List<Projection> projections;
    private final PublishedSource enrollment;
    private final PublishedSource creditBank;
    private long toldByEnrollment;
    private long toldByBank;

    SkillCity(List<Projection> projections) throws SQLException {
        this.projections = projections;
        Flyway.configure().dataSource(dataSource).load().migrate();
        var kafka = TestKafka.bootstrapServers();
        enrollment = PublishedSource.open(enrollmentName(), dataSource, database.url(), kafka);
        creditBank = PublishedSource.open(bankName(), dataSource, database.url(), kafka);
    }

    private String enrollmentName() {
        return "enrollment" + suffix;
    }

    private String bankName() {
        return "bank" + suffix;
    }

    private String rewardName() {
        return "reward" + suffix;
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** An instance of the reward service. */
    RewardInstance instance(String name) {
        return new RewardInstance(
                name,
                rewardName(),
                database,
                projections,
                KafkaConfig.of(TestKafka.bootstrapServers()),
                List.of(enrollmentName(), bankName()));
    }

    /** The day, the staff and the units; two persons publish the policy, fill the fund and allot the places. */
    void stand(RewardInstance reward, List<CellPlaces> cells, String policy) {
        var events = new ArrayList<Say>();
        events.add(Say.of("calendar/main", new DayOpened(TODAY)));
        for (var who : List.of(MAKER, CHECKER)) {
            for (var role : List.of(StaffRole.ADMINISTRATOR, StaffRole.FINANCE)) {
                events.add(Say.of("officer/" + who, appointed(who, role)));
            }
        }
        events.add(Say.of("unit/city", unit("city", UnitLevel.CITY, List.of("city"))));
        cells.stream()
                .map(CellPlaces::unitId)
                .distinct()
                .forEach(id ->
                        events.add(Say.of("unit/" + id, unit(id, UnitLevel.MUNICIPAL_UNIT, List.of("city", id)))));
        toldByEnrollment = enrollment.say(events);
        heard(reward);
        reward.done(MAKER, RewardStory.propose(policy), PolicyAnswer.class);
        reward.done(CHECKER, RewardStory.publication(policy), PolicyAnswer.class);
        reward.done(MAKER, new OpenFund(FUND, "样例", 2017, "样例"), FundAnswer.class);
        reward.done(
                MAKER, new ProposeAppropriation(FUND, "样例〔2017〕1号", 10_000_000_000L, TODAY), AppropriationAnswer.class);
        reward.done(CHECKER, new ConfirmAppropriation(FUND, 1), AppropriationAnswer.class);
        var proposed = reward.done(MAKER, new ProposeQuota(POLICY, 1, 2017, "ALLOTMENT", cells), QuotaAnswer.class);
        reward.done(CHECKER, new ConfirmQuota(POLICY, 2017, proposed.number(), proposed.digest()), QuotaAnswer.class);
    }

    private static OfficerAppointed appointed(String who, StaffRole role) {
        return new OfficerAppointed(who + "-" + role, who, "*", role, LocalDate.of(2015, 1, 1), null);
    }

    private static UnitRegistered unit(String id, UnitLevel level, List<String> path) {
        return new UnitRegistered(
                id,
                path.size() == 1 ? null : path.getFirst(),
                id,
                level,
                Ownership.STATE,
                Affiliation.MUNICIPAL,
                null,
                null,
                path);
    }

    /** The policy of D4, as it lies in the repository. */
    static String policy() {
        try {
            return Files.readString(Path.of("..", "policies", POLICY + ".json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** So many workers of a unit are known, with their cards. */
    void workers(String unitId, int count) {
        var events = new ArrayList<Say>();
        for (var n : names(unitId, count)) {
            var learner = "L-" + n;
            events.add(Say.of(
                    "learner/" + learner,
                    new LearnerRegistered(
                            learner, "token-" + n, unitId, EducationLevel.SENIOR_SECONDARY, null, "test")));
            events.add(Say.of("learner/" + learner, new PayeeAccountRecorded(learner, "card-" + n, 1)));
        }
        toldByEnrollment = enrollment.say(events);
    }

    /** Each of them has the first certificate recognised, one after the other. */
    void claims(String unitId, int count) {
        var events = new ArrayList<Say>();
        for (var n : names(unitId, count)) {
            events.addAll(Certificates.recognized("O-" + n, "L-" + n, TODAY.minusDays(10), TODAY));
        }
        toldByBank = creditBank.say(events);
    }

    static List<String> names(String unitId, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> unitId + "-" + i).toList();
    }

    /** How many events of the credit bank an instance has not taken in yet. */
    long unheard(RewardInstance reward) {
        return toldByBank + 1 - reward.log().nextInput(bankName());
    }

    /** Waits until everything that was said is taken in. */
    void heard(RewardInstance reward) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> unheard(reward) <= 0 && reward.log().nextInput(enrollmentName()) > toldByEnrollment);
    }

    /** Waits until everything is on the topic, folds it again and compares. */
    ReplayFold.Result replay(RewardInstance... instances) throws IOException, SQLException, InterruptedException {
        var last = instances[instances.length - 1].log().lastIndex();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> List.of(instances).stream().anyMatch(i -> i.publishedIndex() >= last));
        return ReplayedTopic.compare(rewardName(), TestKafka.bootstrapServers(), dataSource);
    }

    @Override
    public void close() {
        creditBank.close();
        enrollment.close();
    }
}
