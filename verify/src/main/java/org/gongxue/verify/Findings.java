package org.gongxue.verify;

import java.util.ArrayList;
import java.util.List;

/** What a verification found: all of it, not only the first. */
final class Findings {

    /** What is wrong, or could not be checked, and where. */
    record Finding(boolean isWrong, String where, String what) {

        @Override
        public String toString() {
            return (isWrong ? "wrong      " : "unchecked  ") + where + ": " + what;
        }
    }

    private final List<Finding> findings = new ArrayList<>();

    /** Something is not what it must be. */
    void wrong(String where, String what) {
        findings.add(new Finding(true, where, what));
    }

    /** Something could not be checked. */
    void unchecked(String where, String what) {
        findings.add(new Finding(false, where, what));
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }

    Verdict verdict() {
        if (findings.stream().anyMatch(Finding::isWrong)) {
            return Verdict.FAILED;
        }
        return findings.isEmpty() ? Verdict.PASSED : Verdict.INCOMPLETE;
    }
}
