package org.gongxue.events.creditbank;

import java.util.List;

/** Not recognised, with every reason. */
public record OutcomeRefused(String outcomeId, String learnerId, List<RefusalReason> reasons)
        implements CreditBankEvent {}
