package org.gongxue.reward.audit;

import java.util.List;

/**
 * What all partitions of a topic come to together.
 *
 * @param missing how many events were not there
 * @param gaps their indexes, the first thousand runs
 * @param findings everything that is wrong so far; takes in what is found later
 */
record Completeness(long missing, List<IndexRange> gaps, Findings findings) {

    static Completeness of(List<PartitionCheck> partitions, long throughIndex) {
        var coverage = new Coverage("the topic");
        var findings = new Findings();
        partitions.forEach(p -> {
            coverage.add(p.coverage);
            findings.addAll(p.findings);
        });
        var gaps = coverage.gaps(throughIndex);
        findings.addAll(coverage.disorder());
        if (gaps.isEmpty()) {
            findings.addAll(coverage.jumps());
        }
        return new Completeness(coverage.missing(throughIndex), gaps, findings);
    }

    Verdict verdict() {
        return Verdict.of(gaps.isEmpty(), findings.count() == 0);
    }
}
