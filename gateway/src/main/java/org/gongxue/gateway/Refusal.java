package org.gongxue.gateway;

/** Every reason for which the gateway itself turns a call away; the texts are in {@code messages_*.properties} under the name. */
enum Refusal {
    /** The request does not say what it should. */
    BAD_REQUEST(400),
    /** The page to return to after sign-in is not a page of this site. */
    RETURN_ADDRESS_REFUSED(400),
    /** No valid session or token. */
    SIGN_IN_NEEDED(401),
    /** A change made with a session cookie, but without the header that only our own pages can send. */
    OWN_PAGE_HEADER_MISSING(403),
    /** No such page or interface. */
    NOT_FOUND(404),
    /** The body is larger than the gateway passes on. */
    BODY_TOO_LARGE(413),
    /** The caller made too many calls in a minute. */
    TOO_MANY_CALLS(429),
    /** Our own mistake. */
    INTERNAL_ERROR(500),
    /** The service behind does not answer at the moment. */
    SERVICE_UNAVAILABLE(503),
    /** The service behind took the call but kept silent too long. */
    SERVICE_TOO_SLOW(504);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /** The HTTP status it is answered with. */
    int status() {
        return status;
    }
}
