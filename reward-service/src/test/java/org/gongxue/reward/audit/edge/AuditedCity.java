package org.gongxue.reward.audit.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.Submission;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.DiplomaType;
import org.gongxue.events.enrollment.GraduationConfirmed;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.events.enrollment.OfficerAppointed;
import org.gongxue.events.enrollment.PayeeAccountRecorded;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.enrollment.TuitionReceiptRecorded;
import org.gongxue.kit.boot.CatalogCodec;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.kit.testing.Tokens;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.fund.FundCommand.ConfirmAppropriation;
import org.gongxue.reward.fund.FundCommand.OpenFund;
import org.gongxue.reward.fund.FundCommand.ProposeAppropriation;
import org.gongxue.reward.payment.PaymentCommand.ApproveBatch;
import org.gongxue.reward.payment.PaymentCommand.BatchAnswer;
import org.gongxue.reward.payment.PaymentCommand.ExtendBatch;
import org.gongxue.reward.payment.PaymentCommand.FreezeBatch;
import org.gongxue.reward.payment.PaymentCommand.OpenBatch;
import org.gongxue.reward.payment.PaymentCommand.ResultRow;
import org.gongxue.reward.payment.PaymentCommand.SettleResults;

/**
 * A city in the live service whose ledger is worth a replay. It lives in the year 2013 and speaks as a source of its own,
 * so that other tests on the same service are not disturbed.
 */
final class AuditedCity {

    static final String FUND = "audited-2013";
    static final long TUITION_FEN = 800_000;
    static final long APPROPRIATED_FEN = 5 * TUITION_FEN;

    private static final String SOURCE = "the-audited-city";
    private static final String POLICY = "audited-refund";
    private static final LocalDate AWARDED_ON = LocalDate.of(2013, 6, 30);

    private final EventLog<Object> log;
    private final DataSource dataSource;
    private String owed = "";

    AuditedCity(EventLog<Object> log, DataSource dataSource) {
        this.log = log;
        this.dataSource = dataSource;
    }

    /** One entitlement refused, one owed, one with the bank, one paid and one returned. */
    void live() {
        appoint("city-maker", StaffRole.ADMINISTRATOR);
        appoint("city-checker", StaffRole.ADMINISTRATOR);
        appoint("city-maker", StaffRole.FINANCE);
        appoint("city-checker", StaffRole.FINANCE);
        var policy = RewardStory.tuitionRefund()
                .replace("\"qingdao-tuition-refund\"", "\"" + POLICY + "\"")
                .replace("\"prefix\": \"tuition\"", "\"prefix\": \"audited\"")
                .replace("2015-03-01", "2013-01-01")
                .replace("2018-12-31", "2013-12-31");
        submit("city-maker", RewardStory.propose(policy));
        submit("city-checker", RewardStory.publication(policy));
        submit("city-maker", new OpenFund(FUND, "审计（样例）", 2013, "样例"));
        submit("city-maker", new ProposeAppropriation(FUND, "样例〔2013〕1号", APPROPRIATED_FEN, AWARDED_ON));
        submit("city-checker", new ConfirmAppropriation(FUND, 1));
        graduate("refused", false);
        owed = graduate("owed", true);
        batch(List.of(graduate("with-the-bank", true)));
        var paid = graduate("paid", true);
        var returned = graduate("returned", true);
        var batch = batch(List.of(paid, returned));
        submit("city-maker", new SettleResults(batch, List.of(row(paid, null), row(returned, "ACCOUNT_CLOSED"))));
    }

    /** The entitlement that is owed and in no batch. */
    String owed() {
        return owed;
    }

    /** Appoints somebody everywhere, since 2013. */
    void appoint(String username, StaffRole role) {
        say(new OfficerAppointed(
                username + "-" + role, Tokens.subject(username), "*", role, LocalDate.of(2013, 1, 1), null));
    }

    /** Lets another service say something. */
    Outcome say(Object event) {
        var encoded = new CatalogCodec().encode(event);
        var index = log.nextInput(SOURCE);
        var id = UUID.nameUUIDFromBytes((SOURCE + index).getBytes(US_ASCII));
        return log.accept(new Input(
                        SOURCE,
                        index,
                        id,
                        new byte[32],
                        "city/c",
                        encoded.type(),
                        encoded.revision(),
                        Instant.parse("2013-07-01T00:00:00Z"),
                        id.toString(),
                        encoded.data(),
                        event))
                .join();
    }

    private String graduate(String name, boolean stateRecognized) {
        var enrollment = "audited-" + name;
        var learner = "audited-learner-" + name;
        say(new LearnerEnrolled(enrollment, learner, "p", 1, "10699", "S-" + name, "u", 80, LocalDate.of(2010, 3, 20)));
        say(new TuitionReceiptRecorded(
                enrollment, learner, "R-" + name, TUITION_FEN, 0, TUITION_FEN, 0, LocalDate.of(2010, 4, 1)));
        say(new PayeeAccountRecorded(learner, "token-" + name, 1));
        var graduated = say(new GraduationConfirmed(
                enrollment,
                learner,
                "10699",
                "p",
                1,
                DegreeLevel.BACHELOR,
                "audited-diploma-" + name,
                DiplomaType.NETWORK,
                stateRecognized,
                true,
                80,
                80,
                80,
                0,
                AWARDED_ON,
                "file/f#2"));
        return openedBetween(graduated.firstIndex(), graduated.lastIndex());
    }

    private String openedBetween(long firstIndex, long lastIndex) {
        try (var c = dataSource.getConnection();
                var select = c.prepareStatement(
                        "select distinct stream from log.event where index between ? and ? and stream like ?")) {
            select.setLong(1, firstIndex);
            select.setLong(2, lastIndex);
            select.setString(3, Entitlements.ENTITLEMENT.kind() + "/%");
            try (var rows = select.executeQuery()) {
                rows.next();
                return StreamId.parse(rows.getString(1)).id();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String batch(List<String> entitlementIds) {
        var batch = submit("city-maker", new OpenBatch(FUND, "学费"))
                .answerAs(BatchAnswer.class)
                .batchId();
        submit("city-maker", new ExtendBatch(batch, entitlementIds, false));
        submit("city-maker", new FreezeBatch(batch));
        submit("city-checker", new ApproveBatch(batch, null, null));
        return batch;
    }

    private ResultRow row(String entitlementId, String failureCode) {
        var attempt = Objects.requireNonNull(
                log.read(Entitlements.ENTITLEMENT, entitlementId).attempt());
        var today = log.read(BusinessCalendar.CALENDAR, BusinessCalendar.STREAM.id())
                .today();
        var day = today == null ? BusinessCalendar.shanghaiDate(Instant.now()) : today;
        return new ResultRow(
                entitlementId, attempt.paymentNumber(), failureCode, "B-" + entitlementId, BusinessCalendar.noon(day));
    }

    private Outcome submit(String username, RewardCommand command) {
        var actor = "user:" + Tokens.subject(username);
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var outcome = log.submit(new Submission<>(
                        actor, UUID.randomUUID(), command.toString().getBytes(US_ASCII), actor, null, now, command))
                .join();
        if (!outcome.accepted()) {
            throw new AssertionError(command + " was refused: " + outcome.refusal());
        }
        return outcome;
    }
}
