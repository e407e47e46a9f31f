package org.gongxue.local;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.local.identity.MachineClient;
import org.gongxue.local.identity.RealmRole;
import org.gongxue.local.identity.SampleAccount;
import org.gongxue.local.identity.Secrets;

/** What a person needs to know of a campus that runs. */
final class Welcome {
    /** More names than this of one role are shown as a range. */
    private static final int NAMES_SHOWN = 6;

    private Welcome() {}

    static void print(PrintStream out, Home home, Ports ports) {
        String gateway = "http://localhost:" + ports.of(Part.GATEWAY);
        String keycloak = "http://localhost:" + ports.of(Part.KEYCLOAK);
        out.println();
        out.println("  Portal    " + gateway + "/   (learner /me, university /school, auditor /audit)");
        out.println("  API       " + gateway + "/api");
        out.println("  Keycloak  " + keycloak + "/admin   (admin; password in " + home.secrets() + "/keycloak-admin)");
        out.println("  Data      " + home.folder());
        out.println("  Logs      " + home.logs());
        out.println();
        out.println("  Sample accounts, all with the password " + new Secrets(home.secrets()).samplePassword());
        byRole().forEach((role, names) -> out.printf("    %-20s %s%n", role.label(), shortened(names)));
        out.println("  Machine clients (./campus token <client>)");
        for (MachineClient client : MachineClient.values()) {
            out.printf("    %-20s %s%n", client.role().label(), client.clientId());
        }
        out.println();
    }

    private static Map<RealmRole, List<String>> byRole() {
        var byRole = new LinkedHashMap<RealmRole, List<String>>();
        for (SampleAccount account : SampleAccount.everyone()) {
            byRole.computeIfAbsent(account.role(), role -> new ArrayList<>()).add(account.username());
        }
        return byRole;
    }

    private static String shortened(List<String> names) {
        return names.size() <= NAMES_SHOWN
                ? String.join(", ", names)
                : names.getFirst() + ", " + names.get(1) + " … " + names.getLast() + " (" + names.size() + ")";
    }
}
