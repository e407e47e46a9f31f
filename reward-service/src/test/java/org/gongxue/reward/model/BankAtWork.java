package org.gongxue.reward.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.PaymentDrafted;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.payment.PaymentCommand.ApproveBatch;
import org.gongxue.reward.payment.PaymentCommand.BatchAnswer;
import org.gongxue.reward.payment.PaymentCommand.DiscardBatch;
import org.gongxue.reward.payment.PaymentCommand.ExtendBatch;
import org.gongxue.reward.payment.PaymentCommand.FreezeBatch;
import org.gongxue.reward.payment.PaymentCommand.NoteExport;
import org.gongxue.reward.payment.PaymentCommand.OpenBatch;
import org.gongxue.reward.payment.PaymentCommand.ResultRow;
import org.gongxue.reward.payment.PaymentCommand.SettleResults;

/** Batches and the bank, done twice as {@link CityAtWork} does. */
final class BankAtWork {

    private final CityAtWork work;
    private final List<NaiveBatch> batches = new ArrayList<>();

    BankAtWork(CityAtWork work) {
        this.work = work;
    }

    void draft(int which, boolean freeze) {
        var fundId = work.fundId(which);
        var log = work.story.log().by(RewardStory.MAKER);
        var opened = log.when(new OpenBatch(fundId, "x"));
        if (!work.city.fund(fundId).open) {
            opened.thenRefused("FUND_UNKNOWN");
            return;
        }
        var batch = new NaiveBatch(opened.answer(BatchAnswer.class).batchId(), fundId);
        batches.add(batch);
        var asked = List.copyOf(work.city.claims.values());
        asked.stream()
                .filter(claim ->
                        claim.free() && claim.shares.keySet().iterator().next().equals(fundId))
                .forEach(claim -> {
                    batch.lines.add(claim);
                    claim.batch = batch;
                    claim.batchLine = batch.lines.size();
                    claim.bankAnswered = false;
                });
        log.givenCommands(new ExtendBatch(batch.id, CityAtWork.ids(asked), true));
        if (!freeze) {
            return;
        }
        var frozen = log.when(new FreezeBatch(batch.id));
        if (batch.lines.isEmpty()) {
            frozen.thenRefused("BATCH_EMPTY");
        } else {
            batch.stage = NaiveBatch.FROZEN;
        }
    }

    /** The file of what was approved is written one round later: until then a line can still be taken out. */
    private void export() {
        batches.stream()
                .filter(batch -> batch.stage == NaiveBatch.AT_THE_BANK && !batch.exported)
                .forEach(batch -> {
                    work.story
                            .log()
                            .by(RewardStory.CHECKER)
                            .when(new NoteExport(batch.id, "x", "00", 1, 1, batch.takenOut))
                            .answer(BatchAnswer.class);
                    batch.exported = true;
                });
    }

    void approve() {
        export();
        batches.forEach(batch -> {
            var then = work.story.log().by(RewardStory.CHECKER).when(new ApproveBatch(batch.id, null, null));
            if (batch.stage == NaiveBatch.FROZEN && !batch.holdsRevoked) {
                then.answer(BatchAnswer.class);
                batch.stage = NaiveBatch.AT_THE_BANK;
                batch.lines.forEach(line -> work.city.move(line, LedgerAccount.PAYABLE, LedgerAccount.IN_TRANSIT));
            } else {
                then.thenRefused(_ -> {});
            }
        });
    }

    void discard(int which) {
        if (!batches.isEmpty()) {
            var batch = batches.get(which % batches.size());
            work.story
                    .log()
                    .by(RewardStory.MAKER)
                    .when(new DiscardBatch(batch.id, "x"))
                    .thenDecided();
            if (batch.stage < NaiveBatch.AT_THE_BANK) {
                batch.stage = NaiveBatch.GIVEN_UP;
            }
        }
    }

    /** The bank answers for every second line of every batch, whatever it said before. */
    void bank(int which, boolean paid) {
        batches.forEach(batch -> {
            var lines = batch.lines.stream()
                    .filter(claim -> claim.batch == batch && claim.batchLine % 2 == which % 2)
                    .toList();
            var numbers = work.story.all(PaymentDrafted.class, d -> d).stream()
                    .filter(d -> d.batchId().equals(batch.id))
                    .collect(Collectors.toMap(PaymentDrafted::entitlementId, d -> d));
            var rows = lines.stream()
                    .map(claim -> new ResultRow(
                            claim.id,
                            numbers.get(claim.id).paymentNumber(),
                            paid ? null : "CLOSED",
                            "ref",
                            BusinessCalendar.noon(work.story.today())))
                    .toList();
            work.story
                    .log()
                    .by(RewardStory.CHECKER)
                    .when(new SettleResults(batch.id, rows))
                    .thenDecided();
            if (batch.stage == NaiveBatch.AT_THE_BANK) {
                lines.forEach(paid ? work.city::bankPaid : work.city::bankReturned);
            }
        });
    }
}
