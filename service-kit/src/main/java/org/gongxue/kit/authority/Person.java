package org.gongxue.kit.authority;

/** How a person is written on events: {@code user:<sign-in subject>}. A service and a machine have no such form. */
public final class Person {

    private static final String PREFIX = "user:";

    private Person() {}

    /** The actor of a sign-in subject. */
    public static String actor(String subject) {
        return PREFIX + subject;
    }

    /** The sign-in subject of an actor; the actor as it stands when it is no person. */
    public static String subject(String actor) {
        return actor.startsWith(PREFIX) ? actor.substring(PREFIX.length()) : actor;
    }
}
