package org.gongxue.eventlog;

import java.util.concurrent.CompletableFuture;

/** What a caller is told. */
sealed interface Answer {

    void to(CompletableFuture<Outcome> caller);

    record Told(Outcome outcome) implements Answer {
        @Override
        public void to(CompletableFuture<Outcome> caller) {
            caller.complete(outcome);
        }
    }

    record Failed(RuntimeException reason) implements Answer {
        @Override
        public void to(CompletableFuture<Outcome> caller) {
            caller.completeExceptionally(reason);
        }
    }

    static Answer bug(Throwable bug) {
        return new Failed(new CommandFailedException("this command met a bug: " + bug, bug));
    }
}
