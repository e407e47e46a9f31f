package org.gongxue.reward.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a policy of the model's city says, besides its JSON.
 *
 * @param byUnit whether the places are divided by unit; null without places
 * @param keyFacts what is rewarded once: of learner, occupation and level, those named
 * @param parts how many parts each fund pays, by the fund's prefix, in the policy's order
 */
record NaivePolicy(
        String id,
        Boolean byUnit,
        List<String> keyFacts,
        SequencedMap<String, Integer> parts,
        boolean waitlist,
        boolean officer) {

    static final long UPPER_FEN = 301;
    static final long LOWER_FEN = 100;

    /** The most places of a group in every year of the model. */
    static int ceiling(String group) {
        return group.equals("upper") ? 4 : 6;
    }

    /** Divided by the largest remainder: everybody the whole part, one fen more to those who were cut most. */
    Map<String, Long> shares(long fen, int year) {
        var in = parts.values().stream().mapToInt(Integer::intValue).sum();
        var shares = new LinkedHashMap<String, Long>();
        parts.forEach((prefix, of) -> shares.put(prefix + "-" + year, fen * of / in));
        var left = fen - shares.values().stream().mapToLong(Long::longValue).sum();
        var cutMost = parts.entrySet().stream()
                .sorted((a, b) -> Long.compare(fen * b.getValue() % in, fen * a.getValue() % in))
                .limit(left)
                .toList();
        cutMost.forEach(e -> shares.merge(e.getKey() + "-" + year, 1L, Long::sum));
        return shares;
    }

    String json() {
        var quota = byUnit == null ? "" : """
                  "quota": {
                    "yearBy": "outcome.depositedOn", %s
                    "ceilings": [
                      { "year": 2018, "group": "upper", "places": 4 },
                      { "year": 2018, "group": "lower", "places": 6 },
                      { "year": 2019, "group": "upper", "places": 4 },
                      { "year": 2019, "group": "lower", "places": 6 }
                    ]
                  },""".formatted(byUnit ? "\"unitBy\": \"unit.memberUnitId\"," : "");
        var in = parts.values().stream().mapToInt(Integer::intValue).sum();
        var from = parts.entrySet().stream()
                .map(e -> "{ \"prefix\": \"%s\", \"share\": { \"of\": %d, \"in\": %d } }"
                        .formatted(e.getKey(), e.getValue(), in))
                .toList();
        var keys = keyFacts.stream()
                .map(fact -> "\"" + (fact.equals("learnerId") ? "learner." : "outcome.") + fact + "\"")
                .toList();
        return """
                {
                  "policyId": "%s", "version": 1, "name": "样例", "assessor": "v1", "source": "outcome-judged",
                  "businessKeys": [[%s]],
                  "validity": { "by": "outcome.issuedOn", "from": "2017-01-01", "until": "2020-12-31" },
                  "eligibility": [{ "name": "等级有提升", "article": "样例", "fact": "outcome.levelsGained",
                    "comparison": "atLeast", "value": 1 }],
                  "groups": [
                    { "name": "upper", "when": [{ "name": "中级及以上", "article": "样例",
                      "fact": "outcome.heldBeforeRank", "comparison": "atLeast", "value": 3 }] },
                    { "name": "lower", "when": [{ "name": "初级及以下", "article": "样例",
                      "fact": "outcome.heldBeforeRank", "comparison": "atMost", "value": 2 }] }
                  ],
                  "amount": { "article": "样例", "table": { "by": ["group"], "rows": [
                    { "when": ["upper"], "fen": %d }, { "when": ["lower"], "fen": %d }] } },
                  %s
                  "funds": { "yearBy": "outcome.depositedOn", "from": [%s] },
                  "shortfall": "%s", "approval": "%s"
                }
                """.formatted(
                        id,
                        String.join(", ", keys),
                        UPPER_FEN,
                        LOWER_FEN,
                        quota,
                        String.join(", ", from),
                        waitlist ? "waitlist" : "refuse",
                        officer ? "officer" : "automatic");
    }
}
