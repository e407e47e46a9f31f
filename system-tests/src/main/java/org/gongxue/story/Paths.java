package org.gongxue.story;

/** The gateway's paths to the services. */
final class Paths {

    static final String ENROLLMENT = "/api/enrollment/";
    static final String CREDIT_BANK = "/api/credit-bank/";
    static final String REWARD = "/api/reward/";

    private Paths() {}
}
