package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Acceptance stories 4 and 5: which level pays what, and whose places a district's are. */
@ExtendWith(WithDemoRun.class)
class SkillRewardIT {

    private static final Seat MUNICIPAL = Seat.at(30);

    @Test
    void fromIntermediateToSeniorPaysTwoThousandOnce(DemoRun run) {
        SkillsOf2018 skills = run.skills();
        Claimant claimant = skills.somebody(MUNICIPAL);
        SkillClaim claim = skills.claim(claimant, SkillLevel.INTERMEDIATE, SkillLevel.SENIOR);
        JsonNode first = skills.assessed(claim);
        assertThat(first.path("state").asText()).isEqualTo("approved");
        assertThat(first.path("amountFen").asLong()).isEqualTo(200_000);

        skills.payWhatIsApproved();
        assertThat(skills.reward(claim).path("state").asText()).isEqualTo("paid");

        JsonNode again = skills.assessed(skills.claim(claimant, null, SkillLevel.SENIOR));
        assertThat(again.path("state").asText()).isEqualTo("refused");
        JsonNode reason = again.path("reasons").path(0);
        assertThat(reason.path("code").asText()).isEqualTo("DUPLICATE");
        assertThat(reason.path("first").asText())
                .isEqualTo(first.path("entitlementId").asText());
    }

    @Test
    void fromBeginnerToSeniorBelongsToTheGroupOfWhatWasHeld(DemoRun run) {
        SkillsOf2018 skills = run.skills();
        JsonNode reward =
                skills.assessed(skills.claim(skills.somebody(MUNICIPAL), SkillLevel.BEGINNER, SkillLevel.SENIOR));
        assertThat(reward.path("state").asText()).isEqualTo("approved");
        assertThat(reward.path("group").asText()).isEqualTo("8");
        assertThat(reward.path("amountFen").asLong()).isEqualTo(100_000);
    }

    @Test
    void aStateOwnedFirmUnderADistrictIsOutsideItsPlacesAndAMunicipalUnitIsNot(DemoRun run) {
        SkillsOf2018 skills = run.skills();
        JsonNode refused = skills.assessed(skills.starter(skills.somebody(Seat.inStateFirm())));
        assertThat(refused.path("state").asText()).isEqualTo("refused");
        JsonNode reason = refused.path("reasons").path(0);
        assertThat(reason.path("code").asText()).isEqualTo("UNIT_NOT_NONPUBLIC");
        assertThat(reason.path("value").asText()).isEqualTo("STATE");
        assertThat(reason.path("text").asText()).isNotBlank();

        JsonNode approved = skills.assessed(skills.starter(skills.somebody(MUNICIPAL)));
        assertThat(approved.path("state").asText()).isEqualTo("approved");
    }
}
