package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;

/** What a synthetic person hands over to be registered and to be paid. */
final class Papers {

    static final String SENIOR_SECONDARY = "SENIOR_SECONDARY";

    private Papers() {}

    /** The body that registers sample person {@code number} as a learner of a unit. */
    static JsonNode registration(int number, Unit unit, String educationLevel) {
        return Json.object(
                "name", Synthetic.name(number),
                "idNumber", Synthetic.idNumber(number),
                "phone", Synthetic.phone(number),
                "unitId", unit.id(),
                "position", "样例岗位",
                "educationLevel", educationLevel,
                "consent", Json.object("wordingVersion", "2015-03", "sensitive", true));
    }

    /** The body that records sample person {@code number}'s bank card. */
    static JsonNode card(int number) {
        return Json.object(
                "accountNumber", Synthetic.cardNumber(number), "bankName", "样例银行青岛分行", "bankCode", "999452000019");
    }
}
