package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/** A request that belongs to one office, with those who hold it. */
record Office(String path, JsonNode body, List<String> holders) {

    static final String LEARNER = Synthetic.phone(Cast.PLAIN_GRADUATE);
    static final String OFFICER = "officer-12";
    private static final LocalDate TODAY = LocalDate.of(2018, 3, 16);

    static final String PLACES = Paths.REWARD + "quotas/" + PolicyFiles.SKILL + "/2017";
    private static final List<String> STAFF = List.of(OFFICER, Staff.ADMINISTRATOR, Staff.FINANCE, Staff.AUDITOR);

    static final List<String> EVERYONE = List.of(
            LEARNER, OFFICER, Staff.REGISTRAR, Staff.PARTNER, Staff.ADMINISTRATOR, Staff.FINANCE, Staff.AUDITOR);

    static final List<Office> COMMANDS = List.of(
            new Office(Paths.ENROLLMENT + "calendar/days", Json.object("date", TODAY), List.of(Staff.ADMINISTRATOR)),
            new Office(Paths.ENROLLMENT + "units", Unit.CITY.registration(), List.of(Staff.ADMINISTRATOR)),
            new Office(
                    Paths.ENROLLMENT + "withdrawals",
                    Json.items(List.of(
                            Json.object("studentNumber", "201510699000", "on", TODAY, "reasonCode", "PERSONAL"))),
                    List.of(Staff.REGISTRAR, Staff.PARTNER)),
            new Office(
                    Paths.ENROLLMENT + "payees",
                    Json.object("purpose", "curiosity", "batchId", "b", "payees", List.of()),
                    List.of()),
            new Office(
                    Paths.CREDIT_BANK + "outcomes/none/revocation",
                    Json.object("reasonCode", "FALSE_CERTIFICATE"),
                    List.of(Staff.ADMINISTRATOR)),
            new Office(
                    Paths.CREDIT_BANK + "outcomes/none/revocation/confirmation",
                    Json.object("reasonCode", "FALSE_CERTIFICATE"),
                    List.of(Staff.ADMINISTRATOR)),
            new Office(
                    Paths.CREDIT_BANK + "issuers/" + Synthetic.ISSUER + "/proposals/9/confirmation",
                    Json.object("digest", "0".repeat(64)),
                    List.of(Staff.ADMINISTRATOR)),
            new Office(
                    Paths.REWARD + "batches",
                    Json.object("fundId", "tuition-2017", "purpose", "TUITION_REFUND"),
                    List.of(Staff.FINANCE)),
            new Office(Paths.REWARD + "audit/replays", Json.object("mode", "fold"), List.of(Staff.AUDITOR)),
            new Office(Paths.REWARD + "policies", Json.object(), List.of(Staff.ADMINISTRATOR)),
            new Office(
                    PLACES + "/proposals",
                    Json.object(
                            "policyVersion",
                            1,
                            "reasonCode",
                            "REALLOCATION",
                            "cells",
                            List.of(Json.object("unitId", "370202", "group", "3", "places", 1))),
                    List.of(Staff.ADMINISTRATOR)),
            new Office(
                    PLACES + "/proposals/1/confirmation",
                    Json.object("digest", "0".repeat(64)),
                    List.of(Staff.ADMINISTRATOR, OFFICER)),
            new Office(PLACES + "/proposals/1/rejection", Json.object(), List.of(Staff.ADMINISTRATOR, OFFICER)),
            new Office(
                    Paths.REWARD + "claims/preview",
                    Json.object(
                            "kind", "SKILL_CERTIFICATE",
                            "occupationCode", "6-99-01-01",
                            "level", "SENIOR",
                            "issuedOn", TODAY,
                            "route", "TRAINING"),
                    List.of(LEARNER, OFFICER)),
            new Office(
                    Paths.REWARD + "entitlements/E-0123456789abcdef/recovery/receipt",
                    Json.object("bankReference", "none", "on", TODAY),
                    List.of(Staff.FINANCE)),
            new Office(
                    Paths.CREDIT_BANK + "issuers",
                    Json.object("issuerCode", "37020002", "name", "样例机构", "scopes", List.of(), "from", TODAY),
                    List.of(Staff.ADMINISTRATOR)),
            new Office(
                    Paths.CREDIT_BANK + "issuers/" + Synthetic.ISSUER + "/withdrawal",
                    Json.object("after", TODAY, "reasonCode", "ACCREDITATION_WITHDRAWN"),
                    List.of(Staff.ADMINISTRATOR)),
            new Office(Paths.CREDIT_BANK + "outcomes/batch", Json.items(List.of()), List.of(OFFICER)),
            proposal(Paths.ENROLLMENT),
            proposal(Paths.CREDIT_BANK),
            proposal(Paths.REWARD),
            settling(Paths.ENROLLMENT, "confirmation"),
            settling(Paths.CREDIT_BANK, "confirmation"),
            settling(Paths.REWARD, "confirmation"),
            settling(Paths.ENROLLMENT, "rejection"),
            settling(Paths.CREDIT_BANK, "rejection"),
            settling(Paths.REWARD, "rejection"),
            rebuild(Paths.ENROLLMENT),
            rebuild(Paths.CREDIT_BANK),
            rebuild(Paths.REWARD));

    static final List<Office> READS = List.of(
            new Office(Paths.REWARD + "quotas", Json.object(), STAFF),
            new Office(PLACES, Json.object(), STAFF),
            new Office(
                    Paths.CREDIT_BANK + "outcomes",
                    Json.object(),
                    List.of(OFFICER, Staff.ADMINISTRATOR, Staff.AUDITOR)),
            new Office(Paths.REWARD + "ledger/snapshot", Json.object(), List.of(Staff.AUDITOR)),
            overseen(Paths.ENROLLMENT + "log/events"),
            overseen(Paths.CREDIT_BANK + "log/events"),
            overseen(Paths.REWARD + "log/events"),
            overseen(Paths.ENROLLMENT + "log/events/1"),
            overseen(Paths.CREDIT_BANK + "log/events/1"),
            overseen(Paths.REWARD + "log/events/1"),
            overseen(Paths.ENROLLMENT + "log/rebuild"),
            overseen(Paths.CREDIT_BANK + "log/rebuild"),
            overseen(Paths.REWARD + "log/rebuild"),
            new Office(Paths.ENROLLMENT + "log/looks", Json.object(), List.of(Staff.AUDITOR)),
            new Office(Paths.CREDIT_BANK + "log/looks", Json.object(), List.of(Staff.AUDITOR)),
            new Office(Paths.REWARD + "log/looks", Json.object(), List.of(Staff.AUDITOR)),
            position(Paths.ENROLLMENT),
            position(Paths.CREDIT_BANK),
            position(Paths.REWARD),
            new Office(
                    Paths.REWARD + "funds", Json.object(), List.of(Staff.FINANCE, Staff.AUDITOR, Staff.ADMINISTRATOR)),
            new Office(
                    Paths.ENROLLMENT + "graduation-files",
                    Json.object(),
                    List.of(Staff.REGISTRAR, Staff.ADMINISTRATOR, Staff.AUDITOR)),
            overseen(Paths.ENROLLMENT + "log/entries"),
            overseen(Paths.CREDIT_BANK + "log/entries"),
            overseen(Paths.REWARD + "log/entries"),
            checkpoint(Paths.ENROLLMENT),
            checkpoint(Paths.CREDIT_BANK),
            checkpoint(Paths.REWARD),
            overseen(Paths.ENROLLMENT + "parked-inputs"),
            overseen(Paths.CREDIT_BANK + "parked-inputs"),
            overseen(Paths.REWARD + "parked-inputs"));

    /** Reads of what is not there, which is told to those alone whose office it would be. */
    static final List<Office> MISSES = List.of(
            overseen(Paths.ENROLLMENT + "parked-inputs/line?subject=none"),
            overseen(Paths.CREDIT_BANK + "parked-inputs/line?subject=none"),
            overseen(Paths.REWARD + "parked-inputs/line?subject=none"));

    private static Office proposal(String service) {
        return new Office(
                service + "parked-inputs/proposals",
                Json.object("subject", "none", "source", "enrollment", "index", 1),
                List.of(Staff.ADMINISTRATOR));
    }

    private static Office settling(String service, String how) {
        return new Office(
                service + "parked-inputs/proposals/PP-00000000000000000000/" + how,
                Json.object("subject", "none"),
                List.of(Staff.ADMINISTRATOR));
    }

    private static Office rebuild(String service) {
        return new Office(service + "log/rebuild", Json.object(), List.of(Staff.ADMINISTRATOR));
    }

    private static Office overseen(String path) {
        return new Office(path, Json.object(), List.of(Staff.ADMINISTRATOR, Staff.AUDITOR));
    }

    private static Office checkpoint(String service) {
        return new Office(
                service + "log/checkpoint",
                Json.object(),
                List.of(Staff.ADMINISTRATOR, Staff.AUDITOR, Staff.REGISTRAR, Staff.PARTNER));
    }

    private static Office position(String service) {
        return new Office(
                service + "log/position",
                Json.object(),
                EVERYONE.stream().filter(account -> !account.equals(LEARNER)).toList());
    }
}
