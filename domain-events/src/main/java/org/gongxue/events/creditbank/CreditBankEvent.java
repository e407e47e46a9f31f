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
                OutcomeRevocationProposed,
                OutcomeRevocationRejected,
                CertificateClaimed,
                CertificateReleased,
                CertificateNumberShown,
                SkillLevelHeld,
                SkillLevelLost,
                ConversionRuleProposed,
                ConversionRulePublished,
                ConversionRuleListed,
                CreditsConverted,
                ConversionRefused,
                ConversionReversed,
                IssuerProposed,
                IssuerConfirmed,
                IssuerRejected,
                IssuerRegistered,
                IssuerWithdrawn {

    /** The wire names of this service's events. */
    List<Entry> CATALOG = List.of(
            new Entry("org.gongxue.credit-bank.learning-account-opened", 1, LearningAccountOpened.class),
            new Entry("org.gongxue.credit-bank.outcome-deposited", 1, OutcomeDeposited.class),
            new Entry("org.gongxue.credit-bank.outcome-recognized", 1, OutcomeRecognized.class),
            new Entry("org.gongxue.credit-bank.outcome-refused", 1, OutcomeRefused.class),
            new Entry("org.gongxue.credit-bank.outcome-revoked", 1, OutcomeRevoked.class),
            new Entry("org.gongxue.credit-bank.outcome-revocation-proposed", 1, OutcomeRevocationProposed.class),
            new Entry("org.gongxue.credit-bank.outcome-revocation-rejected", 1, OutcomeRevocationRejected.class),
            new Entry("org.gongxue.credit-bank.certificate-claimed", 1, CertificateClaimed.class),
            new Entry("org.gongxue.credit-bank.certificate-released", 1, CertificateReleased.class),
            new Entry("org.gongxue.credit-bank.certificate-number-shown", 1, CertificateNumberShown.class),
            new Entry("org.gongxue.credit-bank.skill-level-held", 1, SkillLevelHeld.class),
            new Entry("org.gongxue.credit-bank.skill-level-lost", 1, SkillLevelLost.class),
            new Entry("org.gongxue.credit-bank.conversion-rule-proposed", 1, ConversionRuleProposed.class),
            new Entry("org.gongxue.credit-bank.conversion-rule-published", 1, ConversionRulePublished.class),
            new Entry("org.gongxue.credit-bank.conversion-rule-listed", 1, ConversionRuleListed.class),
            new Entry("org.gongxue.credit-bank.conversion-refused", 1, ConversionRefused.class),
            new Entry("org.gongxue.credit-bank.credits-converted", 1, CreditsConverted.class),
            new Entry("org.gongxue.credit-bank.conversion-reversed", 1, ConversionReversed.class),
            new Entry("org.gongxue.credit-bank.issuer-proposed", 1, IssuerProposed.class),
            new Entry("org.gongxue.credit-bank.issuer-confirmed", 1, IssuerConfirmed.class),
            new Entry("org.gongxue.credit-bank.issuer-rejected", 1, IssuerRejected.class),
            new Entry("org.gongxue.credit-bank.issuer-registered", 1, IssuerRegistered.class),
            new Entry("org.gongxue.credit-bank.issuer-withdrawn", 1, IssuerWithdrawn.class));
}
