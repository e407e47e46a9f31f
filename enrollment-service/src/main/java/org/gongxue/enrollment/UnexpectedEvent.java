package org.gongxue.enrollment;

/** A stream holds an event that its type does not know: a bug, never passed over in silence. */
public final class UnexpectedEvent extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Names the stream kind and the event's type. */
    public UnexpectedEvent(String streamKind, Object event) {
        super(event.getClass().getSimpleName() + " on a stream of kind " + streamKind);
    }
}
