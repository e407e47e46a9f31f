package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everyone's part in handing in certificates: who signs in does it, officers act for the others in batches.
 */
final class SkillDesk {

    private static final String LEARNERS = Paths.ENROLLMENT + "learners/";
    private static final String OUTCOMES = Paths.CREDIT_BANK + "outcomes";

    private final House house;
    private final int together;
    private final Map<Integer, String> learnerIds = new ConcurrentHashMap<>();
    private final Map<SkillClaim, Deposited> deposited = new ConcurrentHashMap<>();

    /** What the credit bank answered: recognized or refused. */
    record Deposited(String outcomeId, String state) {

        private static Deposited of(JsonNode answer) {
            return new Deposited(
                    answer.path("outcomeId").asText(), answer.path("state").asText());
        }

        /** How an entitlement names it as its ground. */
        String basis() {
            return "outcome/" + outcomeId;
        }
    }

    /** A desk whose officers send as much together as they may. */
    SkillDesk(House house) {
        this(house, Person.BATCH_MAX);
    }

    /** A desk whose officers hand in so many certificates together. */
    SkillDesk(House house, int together) {
        this.house = house;
        this.together = together;
    }

    /** Makes people known as learners with their bank cards; those who sign in are known, and leave their cards. */
    void register(List<Claimant> claimants) {
        house.each(claimants.stream().filter(Claimant::signsIn).toList(), claimant -> {
            Person self = house.as(claimant.phone());
            self.command(LEARNERS + "me/card", claimant.card());
            learnerIds.put(
                    claimant.number(),
                    self.read(LEARNERS + "me").path("learnerId").asText());
        });
        var others = claimants.stream().filter(c -> !c.signsIn()).toList();
        house.eachOfficer(others, c -> c.seat().certifier(), (officer, people) -> {
            var ids = house.as(officer)
                    .batchAccepted(
                            LEARNERS + "batch",
                            people.stream().map(Claimant::registration).toList());
            for (int i = 0; i < people.size(); i++) {
                learnerIds.put(people.get(i).number(), ids.get(i));
            }
        });
    }

    /** Hands in the certificates people have held for long. */
    void depositEarlier(List<SkillClaim> claims) {
        List<SkillClaim> earlier = claims.stream()
                .map(c -> new SkillClaim(c.claimant(), null, c.earlierCertificate(), c.group(), c.fate()))
                .toList();
        deposit(earlier);
        for (SkillClaim claim : earlier) {
            Deposited answer = deposited(claim);
            if (!answer.state().equals("recognized")) {
                throw new IllegalStateException("an earlier certificate was " + answer);
            }
        }
    }

    /** Hands in claims side by side; those of one officer in their order. */
    void deposit(List<SkillClaim> claims) {
        house.each(
                claims.stream().filter(c -> c.claimant().signsIn()).toList(),
                claim -> deposited.put(
                        claim,
                        Deposited.of(house.as(claim.claimant().phone())
                                .command(OUTCOMES, claim.certificate().deposit(null)))));
        var acted = claims.stream().filter(c -> !c.claimant().signsIn()).toList();
        house.eachOfficer(acted, c -> c.claimant().seat().certifier(), (officer, people) -> {
            List<JsonNode> bodies = people.stream()
                    .map(c -> c.certificate().deposit(learnerId(c.claimant())))
                    .toList();
            List<JsonNode> answers = house.as(officer).batch(OUTCOMES + "/batch", bodies, together);
            for (int i = 0; i < people.size(); i++) {
                deposited.put(people.get(i), Deposited.of(answers.get(i)));
            }
        });
    }

    /** Officers hand in each claim in a request of its own, through a house that takes many at once. */
    void depositOneByOne(House wide, List<SkillClaim> claims) {
        wide.each(
                claims,
                claim -> deposited.put(
                        claim,
                        Deposited.of(wide.as(claim.claimant().seat().certifier())
                                .command(OUTCOMES, claim.certificate().deposit(learnerId(claim.claimant()))))));
    }

    String learnerId(Claimant claimant) {
        String known = learnerIds.get(claimant.number());
        if (known == null) {
            throw new IllegalStateException("worker " + claimant.number() + " is no learner");
        }
        return known;
    }

    Deposited deposited(SkillClaim claim) {
        Deposited known = deposited.get(claim);
        if (known == null) {
            throw new IllegalStateException("not handed in: " + claim);
        }
        return known;
    }

    /** Leaves a new card where the bank found the first one closed. */
    void replaceCards(List<Claimant> claimants) {
        house.each(claimants, claimant -> {
            if (claimant.signsIn()) {
                house.as(claimant.phone()).command(LEARNERS + "me/card", claimant.secondCard());
            } else {
                house.as(claimant.seat().certifier())
                        .command(LEARNERS + learnerId(claimant) + "/card", claimant.secondCard());
            }
        });
    }
}
