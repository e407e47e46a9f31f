package org.gongxue.events.creditbank;

import java.util.List;

/** An outcome does not count in an enrollment, with every reason. */
public record ConversionRefused(
        String conversionId, String outcomeId, String learnerId, String enrollmentId, List<RefusalReason> reasons)
        implements CreditBankEvent {}
