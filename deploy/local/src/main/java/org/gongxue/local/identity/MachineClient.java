package org.gongxue.local.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A program with an account of its own (client credentials). */
public enum MachineClient {
    /** The student system of 西北工业大学. */
    PARTNER_10699("partner-10699", "西北工业大学教务系统（样例）", RealmRole.PARTNER_UNIVERSITY),
    /** The reward service when it fetches payees for a batch. */
    REWARD_SERVICE("reward-service", "Reward service", RealmRole.PAYEE_READER),
    /** The replay process when it reads live values to compare. */
    REPLAY("replay", "Audit replay", RealmRole.AUDITOR);

    private final String clientId;
    private final String displayName;
    private final RealmRole role;

    MachineClient(String clientId, String displayName, RealmRole role) {
        this.clientId = clientId;
        this.displayName = displayName;
        this.role = role;
    }

    public String clientId() {
        return clientId;
    }

    public String displayName() {
        return displayName;
    }

    public RealmRole role() {
        return role;
    }

    /** User name of the account behind it. */
    public String username() {
        return "service-account-" + clientId;
    }

    /** The `sub` of its tokens: the same in every local realm. */
    public String subject() {
        return SampleAccount.subjectOf(username());
    }

    public static Optional<MachineClient> named(String clientId) {
        return Arrays.stream(values())
                .filter(client -> client.clientId.equals(clientId))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(MachineClient::clientId).toList();
    }
}
