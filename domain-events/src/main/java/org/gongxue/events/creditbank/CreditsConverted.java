package org.gongxue.events.creditbank;

import java.util.List;

/** 转换: a recognised outcome counts as named courses of one enrollment (D3, 学分当量替换). */
public record CreditsConverted(
        String conversionId,
        String outcomeId,
        String learnerId,
        String enrollmentId,
        String ruleId,
        int ruleVersion,
        List<ConvertedCourse> courses,
        int credits)
        implements CreditBankEvent {}
