package org.gongxue.eventlog;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attempts to commit one batch. */
final class Attempts {
    private final Deadline deadline;
    private int overtaken;
    private int away;
    private @Nullable List<Answer> inDoubt;

    Attempts(Deadline deadline) {
        this.deadline = deadline;
    }

    /** From here on these answers may have been committed, whatever the connection says. */
    void committing(List<Answer> answers) {
        inDoubt = inDoubt == null ? answers : settled(answers, inDoubt);
    }

    boolean inDoubt() {
        return inDoubt != null;
    }

    /** The answers of the attempt that went through. */
    List<Answer> committed() {
        return requireNonNull(inDoubt);
    }

    /**
     * What the log tells now is what happened. The earlier attempt only says whose it was: if its commit, in doubt until
     * now, turns out to have stood, then the repetition found is our own, and no repetition.
     */
    private static List<Answer> settled(List<Answer> answers, List<Answer> earlier) {
        var settled = new ArrayList<Answer>(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            settled.add(
                    answers.get(i) instanceof Answer.Told(Outcome found)
                                    && earlier.get(i) instanceof Answer.Told(Outcome own)
                            ? new Answer.Told(found.asToldFirst(own))
                            : answers.get(i));
        }
        return settled;
    }

    int overtaken() {
        return ++overtaken;
    }

    int away() {
        return away++;
    }

    boolean isOutOfPatience() {
        return deadline.isOver();
    }
}
