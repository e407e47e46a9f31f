package org.gongxue.creditbank.outcome.edge;

import java.util.List;
import java.util.Locale;
import org.gongxue.creditbank.outcome.DepositOutcome;

/** What became of a deposit: {@code state} is recognized or refused. */
public record DepositAnswer(String outcomeId, String learnerId, String state, List<ReasonView> reasons) {

    static DepositAnswer of(DepositOutcome.Deposited deposited, Locale locale) {
        return new DepositAnswer(
                deposited.outcomeId(),
                deposited.learnerId(),
                deposited.state().name().toLowerCase(Locale.ROOT),
                ReasonView.of(deposited.reasons(), locale));
    }
}
