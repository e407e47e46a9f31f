package org.gongxue.eventlog;

/** The topic and the log do not belong together; publishing would make it worse. */
final class PublicationRefusedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    PublicationRefusedException(String message) {
        super(message + "; run `campus recover`");
    }
}
