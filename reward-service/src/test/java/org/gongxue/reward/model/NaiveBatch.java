package org.gongxue.reward.model;

import java.util.ArrayList;
import java.util.List;

/** A batch as a list on paper. */
final class NaiveBatch {

    static final int DRAFT = 0;
    static final int FROZEN = 1;
    static final int AT_THE_BANK = 2;
    static final int GIVEN_UP = 3;

    final String id;
    final String fundId;
    final List<NaiveClaim> lines = new ArrayList<>();
    int stage = DRAFT;
    boolean holdsRevoked;
    boolean exported;
    int takenOut;

    NaiveBatch(String id, String fundId) {
        this.id = id;
        this.fundId = fundId;
    }
}
