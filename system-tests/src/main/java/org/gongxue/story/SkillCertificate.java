package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A skill certificate as somebody hands it in.
 *
 * @param number its 16 digits
 * @param level the level claimed, which the number may contradict
 */
record SkillCertificate(String number, Trade trade, SkillLevel level, LocalDate issuedOn, Route route) {

    /** 取得方式. */
    enum Route {
        TRAINING,
        SELF_STUDY,
        CONTEST
    }

    /**
     * The body that deposits it.
     *
     * @param learnerId whose it is; absent for the own one of whoever sends it
     */
    JsonNode deposit(@Nullable String learnerId) {
        return Json.object(
                "learnerId", learnerId,
                "certificateNumber", number,
                "occupationCode", trade.code(),
                "occupationEdition", Trade.EDITION,
                "occupationName", trade.name(),
                "level", level,
                "issuedOn", issuedOn,
                "route", route);
    }
}
