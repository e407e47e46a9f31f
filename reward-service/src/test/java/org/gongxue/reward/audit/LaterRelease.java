package org.gongxue.reward.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.SkillStory;

/** What a release with a second assessor decides; runs among that release's classes. */
public final class LaterRelease {

    private LaterRelease() {}

    /** What is different when the log that the first assessor decided is decided again. */
    public static List<String> oldDecisionsThatDiffer() throws IOException, InterruptedException {
        return GoldenLog.read("v1").decidedAgain().stream()
                .map(Difference::toString)
                .toList();
    }

    /** What both assessors owe for one graduation, and what is different when that is decided again. */
    public static List<String> bothAssessorsInOneLog() throws InterruptedException {
        var second = RewardStory.tuitionRefund()
                .replace("\"policyId\": \"qingdao-tuition-refund\"", "\"policyId\": \"half-as-much\"")
                .replace("\"assessor\": \"v1\"", "\"assessor\": \"v2\"");
        var story = RewardStory.publish(RewardStory.withTuitionRefund(), second);
        RewardStory.fund(story, RewardStory.TUITION_FUND, 2017, 3_000_000);
        RewardStory.graduates(story, "1", 800_000);
        var told = new ArrayList<String>();
        story.events().stream()
                .map(recorded -> recorded.event())
                .filter(EntitlementAssessed.class::isInstance)
                .map(EntitlementAssessed.class::cast)
                .forEach(e -> told.add(e.assessor() + " owes " + e.amountFen()));
        PlayedLog.of(story).redecide().result().differences().forEach(d -> told.add(d.toString()));
        return told;
    }

    /** The same for certificates, so that places are decided too. */
    public static List<String> certificatesThatDiffer() throws InterruptedException {
        var story = SkillStory.of(SkillStory.places())
                .allot(2018, SkillStory.cellPlaces("d1", "lower", 1))
                .funds(2018, 1_000, 1_000);
        story.learner("1", "g1").learner("2", "g1");
        story.claim("1");
        story.claim("2");
        return PlayedLog.of(story.log()).redecide().result().differences().stream()
                .map(Difference::toString)
                .toList();
    }
}
