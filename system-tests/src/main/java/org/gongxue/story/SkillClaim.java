package org.gongxue.story;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One claim of a skill reward: a certificate handed in, and what has to become of it.
 *
 * @param earlier a certificate of the same trade the claimant handed in long before, if any
 * @param certificate the new one
 * @param group the group the claim belongs to
 */
record SkillClaim(
        Claimant claimant,
        @Nullable SkillCertificate earlier,
        SkillCertificate certificate,
        SkillGroup group,
        Fate fate) {

    /** The certificate that was handed in long before; there must be one. */
    SkillCertificate earlierCertificate() {
        return Objects.requireNonNull(earlier, "no earlier certificate");
    }

    /** What becomes of a claim. */
    enum Fate {
        APPROVED(null),
        /** 候补 */
        WAITLISTED(null),
        /** 证书不符: refused by the credit bank */
        CERTIFICATE_WRONG("OUTCOME_REFUSED"),
        /** 未升级 */
        LEVEL_NOT_HIGHER("LEVEL_NOT_HIGHER"),
        /** 重复: the same person, occupation and level again, with another certificate */
        CLAIMED_BEFORE("DUPLICATE"),
        /** 非"非公": a district's place for a worker of a state-owned firm */
        UNIT_NOT_NONPUBLIC("UNIT_NOT_NONPUBLIC");

        private final @Nullable String code;

        Fate(@Nullable String code) {
            this.code = code;
        }

        /** The code of the refusal; absent when it is none. */
        @Nullable
        String code() {
            return code;
        }
    }
}
