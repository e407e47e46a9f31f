package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongxue.local.identity.MachineClient;
import org.gongxue.local.identity.SampleAccount;

/** The sample accounts of the staff, and which office each holds. */
final class Staff {

    static final String ADMINISTRATOR = "admin1";
    static final String SECOND_ADMINISTRATOR = "admin2";
    static final String FINANCE = "finance1";
    static final String SECOND_FINANCE = "finance2";
    static final String AUDITOR = "auditor1";
    static final String REGISTRAR = "registrar-10699-a";
    static final String SECOND_REGISTRAR = "registrar-10699-b";
    static final String PARTNER = "partner-10699";
    static final String CITY_OFFICER = "officer-city";
    private static final List<String> RECOMMENDERS = List.of("officer-g1", "officer-g2");

    /** An organization that stands for the whole program. */
    private static final String EVERYWHERE = "*";

    private Staff() {}

    /** An account's subject at the identity provider. */
    static String subject(String account) {
        return MachineClient.named(account)
                .map(MachineClient::subject)
                .orElseGet(() -> SampleAccount.named(account).subject());
    }

    /** The union officer of the district or zone at this place, from 0. */
    static String district(int place) {
        return String.format(Locale.ROOT, "officer-%02d", place + 1);
    }

    /** The union officer who recommends at this place among the firms and municipal units, from 0. */
    static String recommender(int place) {
        return RECOMMENDERS.get(place % RECOMMENDERS.size());
    }

    /** All appointments from a day on, as bodies; the first administrator holds office already. */
    static List<JsonNode> appointments(LocalDate from) {
        List<JsonNode> bodies = new ArrayList<>();
        bodies.add(appointment(SECOND_ADMINISTRATOR, EVERYWHERE, "ADMINISTRATOR", from));
        bodies.add(appointment(FINANCE, EVERYWHERE, "FINANCE", from));
        bodies.add(appointment(SECOND_FINANCE, EVERYWHERE, "FINANCE", from));
        bodies.add(appointment(AUDITOR, EVERYWHERE, "AUDITOR", from));
        for (University university : University.ALL) {
            bodies.add(appointment(university.registrar(), university.code(), "REGISTRAR", from));
        }
        bodies.add(appointment(SECOND_REGISTRAR, University.NORTHWESTERN.code(), "REGISTRAR", from));
        bodies.add(appointment(PARTNER, University.NORTHWESTERN.code(), "PARTNER_UNIVERSITY", from));
        bodies.add(appointment(CITY_OFFICER, Unit.CITY.id(), "UNION_OFFICER", from));
        for (int place = 0; place < Unit.DISTRICTS.size(); place++) {
            bodies.add(appointment(district(place), Unit.DISTRICTS.get(place).id(), "UNION_OFFICER", from));
        }
        List<Unit> workplaces = new ArrayList<>(Unit.FIRMS);
        workplaces.addAll(Unit.MUNICIPAL);
        for (int place = 0; place < workplaces.size(); place++) {
            bodies.add(appointment(recommender(place), workplaces.get(place).id(), "UNION_OFFICER", from));
        }
        return bodies;
    }

    private static JsonNode appointment(String account, String organization, String role, LocalDate from) {
        return Json.object("subject", subject(account), "organizationId", organization, "role", role, "from", from);
    }
}
