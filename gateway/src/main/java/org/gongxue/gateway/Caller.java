package org.gongxue.gateway;

import java.util.List;

/** Who stands at the door. */
public sealed interface Caller {

    /**
     * Someone the identity provider vouches for.
     *
     * @param subject the identity provider's id of the account
     * @param username sign-in name; for learners their phone number
     * @param displayName name to greet with; the sign-in name where the account has none
     * @param roles realm roles, sorted
     * @param accessToken the token the services check
     * @param way how the caller proved it
     */
    record SignedIn(
            String subject, String username, String displayName, List<String> roles, String accessToken, Way way)
            implements Caller {}

    /** Nobody: no credentials, or credentials that no longer hold. */
    record Unknown() implements Caller {}

    /** A browser sends its cookie by itself, so a cookie alone does not show that our own page made the call. */
    enum Way {
        SESSION_COOKIE,
        BEARER_TOKEN
    }
}
