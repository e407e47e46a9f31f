package org.gongxue.events.creditbank;

import java.util.List;
import org.gongxue.events.EventCatalog.Entry;

/**
 * All events of the credit bank.
 *
 * <p>Add a record to {@code permits} and to the catalog together; a test finds one without the other.
 */
public sealed interface CreditBankEvent
        permits LearningAccountOpened,
                OutcomeDeposited,
                OutcomeRecognized,
                OutcomeRefused,
                OutcomeRevoked,
                CreditsConverted,
                ConversionReversed {

    /** The wire names of this service's events. */
    List<Entry> CATALOG = List.of(
            new Entry("org.gongxue.credit-bank.learning-account-opened", 1, LearningAccountOpened.class),
            new Entry("org.gongxue.credit-bank.outcome-deposited", 1, OutcomeDeposited.class),
            new Entry("org.gongxue.credit-bank.outcome-recognized", 1, OutcomeRecognized.class),
            new Entry("org.gongxue.credit-bank.outcome-refused", 1, OutcomeRefused.class),
            new Entry("org.gongxue.credit-bank.outcome-revoked", 1, OutcomeRevoked.class),
            new Entry("org.gongxue.credit-bank.credits-converted", 1, CreditsConverted.class),
            new Entry("org.gongxue.credit-bank.conversion-reversed", 1, ConversionReversed.class));
}
