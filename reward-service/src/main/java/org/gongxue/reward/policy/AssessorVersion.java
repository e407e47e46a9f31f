package org.gongxue.reward.policy;

import java.util.Arrays;
import java.util.Optional;

/** The assessors a policy may pin. One that ever decided stays for good. */
public enum AssessorVersion {
    /** The first. */
    V1("v1");

    private final String word;

    AssessorVersion(String word) {
        this.word = word;
    }

    /** The word in the document. */
    public String word() {
        return word;
    }

    /** The assessor a document means; empty if this build does not hold it. */
    public static Optional<AssessorVersion> of(String word) {
        return Arrays.stream(values()).filter(v -> v.word.equals(word)).findFirst();
    }
}
