package org.gongxue.reward.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Invariant 7 across releases: a release that brings a second assessor decides what the first one decided exactly as before.
 * The release is made here, as a developer would make it: two lines in two classes, and {@code assess/v2}.
 */
class SecondAssessorTest {

    private static final String VERSIONS = "org.gongxue.reward.policy.AssessorVersion";
    private static final String CHOICE = "org.gongxue.reward.assess.Assessors";
    private static final String SECOND = "org.gongxue.reward.assess.v2.AssessV2.assess(policy, facts);";

    private static PatchedRelease release(String choice) throws IOException {
        return PatchedRelease.of()
                .with(VERSIONS, "V1(\"v1\");", "V1(\"v1\"), /** The second. */ V2(\"v2\");")
                .with(CHOICE, "case V1 -> AssessV1.assess(policy, facts);", choice);
    }

    @Test
    void whatTheFirstAssessorDecidedIsDecidedAgainAsItWas() throws Exception {
        var release = release("case V1 -> AssessV1.assess(policy, facts); case V2 -> " + SECOND);

        assertThat(release.ask(LaterRelease.class, "oldDecisionsThatDiffer")).isEmpty();
        assertThat(release.ask(LaterRelease.class, "certificatesThatDiffer")).isEmpty();
        assertThat(release.ask(LaterRelease.class, "bothAssessorsInOneLog"))
                .isEqualTo(List.of("v1 owes 800000", "v2 owes 400000"));
    }

    @Test
    void aReleaseThatLetsTheSecondDecideForTheFirstIsFound() throws Exception {
        var release = release("case V1 -> " + SECOND + " case V2 -> " + SECOND);

        assertThat(release.ask(LaterRelease.class, "oldDecisionsThatDiffer")).isNotEmpty();
    }
}
