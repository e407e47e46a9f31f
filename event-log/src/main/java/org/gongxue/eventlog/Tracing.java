package org.gongxue.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * Follows work from a caller through this log and its topic to the effect in another. Work is named by a W3C
 * traceparent, and only what a caller traces is followed: nothing is done for the rest.
 */
public interface Tracing {

    /** One step of some work, from its begin on. */
    interface Step {

        /** Names what follows from this step. */
        String traceparent();

        /**
         * The step is over.
         *
         * @param index the last index that it wrote or sent; 0 if none
         * @param failure why it came to nothing, if it did
         */
        void end(long index, @Nullable Throwable failure);
    }

    /** What a step does. */
    enum Kind {
        /** A command waits, is decided and becomes durable. */
        COMMAND,
        /** An event goes to the topic. */
        PUBLISH,
        /** Another service's event waits, is decided and becomes durable. */
        INPUT
    }

    /**
     * Begins a step.
     *
     * @param traceparent names the work that it is part of
     * @param about the wire name of the event, or the class of the command
     * @param streamKind the kind of stream it is about
     */
    Step begin(Kind kind, String traceparent, String about, String streamKind);
}
