package org.gongxue.verify;

/** What was read is not in the published form. */
final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;

    MalformedException(String what) {
        super(what);
        this.what = what;
    }

    /** Where and what. */
    String what() {
        return what;
    }
}
