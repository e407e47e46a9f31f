package org.gongxue.reward.model;

import java.util.List;
import java.util.Map;
import org.gongxue.reward.entitlement.Stage;
import org.jspecify.annotations.Nullable;

/** One claim under one policy, as a clerk would keep it on a card. */
final class NaiveClaim {

    final String id;
    final NaivePolicy policy;
    final List<String> keys;
    final @Nullable String cell;
    final int cellYear;
    final long fen;
    final Map<String, Long> shares;

    Stage stage = Stage.NONE;
    boolean hasPlace;
    /** The cell or the fund it stands in line for, or stood last. */
    @Nullable
    String line;

    int position;
    boolean revoked;

    @Nullable
    NaiveBatch batch;

    int batchLine;
    int attempt;
    boolean bankAnswered;

    @Nullable
    String bankReference;

    NaiveClaim(
            String id,
            NaivePolicy policy,
            List<String> keys,
            @Nullable String cell,
            int cellYear,
            Map<String, Long> shares) {
        this.id = id;
        this.policy = policy;
        this.keys = keys;
        this.cell = cell;
        this.cellYear = cellYear;
        this.shares = shares;
        this.fen = shares.values().stream().mapToLong(Long::longValue).sum();
    }

    boolean owed() {
        return stage == Stage.APPROVED || stage == Stage.RETURNED;
    }

    /** Neither at the bank nor in a batch that may still go there. */
    boolean free() {
        return owed() && (batch == null || bankAnswered || batch.stage == NaiveBatch.GIVEN_UP);
    }

    /** In a batch that may still be paid, or is at the bank. */
    boolean inBatch() {
        return owed() && !free();
    }
}
