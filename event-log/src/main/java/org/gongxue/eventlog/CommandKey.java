package org.gongxue.eventlog;

import java.util.UUID;

/** What a command is answered by, once. */
record CommandKey(String principal, UUID commandId) {

    static CommandKey of(Submission<?> submission) {
        return new CommandKey(submission.principal(), submission.commandId());
    }
}
