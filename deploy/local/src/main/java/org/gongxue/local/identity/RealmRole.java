package org.gongxue.local.identity;

/** What a token says its holder may do at most; the services check office and unit besides. */
public enum RealmRole {
    LEARNER("learner"),
    UNION_OFFICER("union-officer"),
    REGISTRAR("registrar"),
    PARTNER_UNIVERSITY("partner-university"),
    ADMINISTRATOR("administrator"),
    FINANCE("finance"),
    AUDITOR("auditor"),
    PAYEE_READER("payee-reader");

    private final String label;

    RealmRole(String label) {
        this.label = label;
    }

    /** Its name in the realm and in tokens. */
    public String label() {
        return label;
    }
}
