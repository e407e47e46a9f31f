package org.gongxue.reward.quota.edge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.reward.fact.UnitFacts;
import org.gongxue.reward.policy.PolicyDocument;
import org.gongxue.reward.policy.PolicyDocument.QuotaSelection;
import org.gongxue.reward.policy.PolicyReader;
import org.gongxue.reward.policy.edge.PolicyVersion;

/** A published policy version as far as it says which places there are in one year. */
record QuotaPolicy(PolicyDocument policy, QuotaSelection quota, int year) {

    /** The most units a sheet or a page shows. */
    private static final int UNITS_MAX = 2_000;

    private static final int PAGES_MAX = 20;

    /** Every policy and year with places: of several versions that name a year, the last one. */
    static List<QuotaPolicy> all() {
        var latest = new TreeMap<String, QuotaPolicy>();
        for (var page = 0; page < PAGES_MAX; page++) {
            var versions = PolicyVersion.page(false, page);
            versions.forEach(v -> of(v).forEach(p -> latest.put(p.policy().policyId() + "." + p.year(), p)));
            if (versions.isEmpty()) {
                break;
            }
        }
        return List.copyOf(latest.values());
    }

    /** The last published version that names places for a year. */
    static Optional<QuotaPolicy> latest(String policyId, int year) {
        return PolicyVersion.<PolicyVersion>list(
                        "id.policyId = ?1 and state = 'published' order by id.version desc", policyId)
                .stream()
                .flatMap(v -> of(v).stream())
                .filter(p -> p.year() == year)
                .findFirst();
    }

    /** A published version, if it names places for a year. */
    static Optional<QuotaPolicy> version(String policyId, int version, int year) {
        return PolicyVersion.version(policyId, version)
                .filter(v -> v.state.equals("published"))
                .flatMap(v -> of(v).stream().filter(p -> p.year() == year).findFirst());
    }

    private static List<QuotaPolicy> of(PolicyVersion version) {
        var policy = PolicyReader.read(version.document);
        var quota = policy.quota();
        return quota == null
                ? List.of()
                : quota.ceilings().stream()
                        .map(PolicyDocument.Ceiling::year)
                        .distinct()
                        .map(year -> new QuotaPolicy(policy, quota, year))
                        .toList();
    }

    /** The most places of the year per group, in the order of the policy's groups. */
    Map<String, Integer> ceilings() {
        var order = new ArrayList<>(
                policy.groups().stream().map(PolicyDocument.Group::name).toList());
        order.add(QuotaCell.WHOLE);
        var ceilings = new LinkedHashMap<String, Integer>();
        order.forEach(group -> quota.ceilings().stream()
                .filter(c -> c.year() == year && c.group().equals(group))
                .findFirst()
                .ifPresent(c -> ceilings.put(group, c.places())));
        return ceilings;
    }

    /** The units that its places can be allotted to; none when it does not divide them by unit. */
    List<Unit> units() {
        if (quota.unitBy() == null) {
            return List.of();
        }
        return quota.unitBy().equals(UnitFacts.MEMBER_UNIT) ? Unit.members(UNITS_MAX) : Unit.all(UNITS_MAX);
    }

    /** Whether this unit's places would be used: of member units only, where the policy names those. */
    boolean allotsTo(Unit unit) {
        return quota.allotsTo(List.of(unit.path));
    }

    QuotaCell cell(String unitId, String group) {
        return new QuotaCell(policy.policyId(), year, unitId, group);
    }
}
