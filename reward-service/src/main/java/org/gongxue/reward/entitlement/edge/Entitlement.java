package org.gongxue.reward.entitlement.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongxue.events.reward.Computation;
import org.gongxue.events.reward.ConditionResult;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.events.reward.FundShare;
import org.gongxue.kit.authority.Offices;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An entitlement to be read; {@link EntitlementProjection} writes it. */
@Entity
@Immutable
@Table(name = "entitlement")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Entitlement extends PanacheEntityBase {

    @Id
    @Column(name = "entitlement_id")
    public String entitlementId;

    @Column(name = "opened_index")
    public long openedIndex;

    @Column(name = "policy_id")
    public String policyId;

    @Column(name = "policy_version")
    public int policyVersion;

    @Column(name = "learner_id")
    public String learnerId;

    /** The stream of facts it hangs on. */
    public String basis;

    @Column(name = "unit_id")
    public String unitId;

    @Column(name = "unit_path")
    public String[] unitPath;

    /** A word of {@link org.gongxue.reward.entitlement.Standing}. */
    public String state;

    @Column(name = "awaits_approval")
    public boolean awaitsApproval;

    @Column(name = "amount_fen")
    public long amountFen;

    @Column(name = "fund_id")
    public @Nullable String fundId;

    /** What each fund pays, the leading one first. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<FundShare> shares;

    @Column(name = "co_fund_ids")
    public String[] coFundIds;

    @Column(name = "group_name")
    public @Nullable String group;

    /** The year of its places, or of its money, or in which it was opened. */
    public int year;

    @Column(name = "cell_id")
    public @Nullable String cellId;

    /** The line it joined last: {@code quota} or {@code fund}. */
    public @Nullable String line;

    @Column(name = "line_id")
    public @Nullable String lineId;

    @Column(name = "line_position")
    public @Nullable Integer linePosition;

    @Column(name = "revoked_reason")
    public @Nullable String revokedReason;

    @Column(name = "revoked_on")
    public @Nullable LocalDate revokedOn;

    /** The batch of its last attempt. */
    @Column(name = "batch_id")
    public @Nullable String batchId;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<ConditionResult> conditions;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> missing;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<EntitlementReason> reasons;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable Computation computation;

    /**
     * Which entitlements are asked for; an absent part asks for all.
     *
     * @param fundId a fund that pays all or part of it
     * @param unitId a unit with everything below it
     * @param seen the units whose subtrees the reader may see
     */
    public record Wanted(
            @Nullable String policyId,
            @Nullable String state,
            @Nullable String fundId,
            @Nullable String unitId,
            @Nullable String group,
            @Nullable Integer year,
            Set<String> seen) {}

    /** All of a learner, oldest first. */
    public static List<Entitlement> ofLearner(String learnerId) {
        return list("learnerId = ?1 order by openedIndex", learnerId);
    }

    /** Those of a batch whose basis was revoked. */
    public static Set<String> revokedIn(String batchId) {
        return find("batchId = ?1 and revokedReason is not null", batchId).<Entitlement>stream()
                .map(e -> e.entitlementId)
                .collect(Collectors.toSet());
    }

    /** How many stand before it in its line. */
    long ahead() {
        return count(
                "lineId = ?1 and line = ?2 and state = 'waitlisted' and linePosition < ?3", lineId, line, linePosition);
    }

    /** Those wanted, oldest first, opened after an index. */
    public static List<Entitlement> page(Wanted wanted, long afterIndex, int size) {
        var query = new StringBuilder("openedIndex > :after");
        var values = new HashMap<String, Object>();
        values.put("after", afterIndex);
        narrow(query, values, "policyId = :policy", "policy", wanted.policyId());
        narrow(query, values, "state = :state", "state", wanted.state());
        narrow(query, values, "(fundId = :fund or array_contains(coFundIds, :fund))", "fund", wanted.fundId());
        narrow(query, values, "array_contains(unitPath, :unit)", "unit", wanted.unitId());
        narrow(query, values, "group = :group", "group", wanted.group());
        narrow(query, values, "year = :year", "year", wanted.year());
        if (!wanted.seen().contains(Offices.EVERYWHERE)) {
            var seen = wanted.seen().toArray(String[]::new);
            narrow(query, values, "array_intersects(unitPath, :seen)", "seen", seen);
        }
        return find(query + " order by openedIndex", values)
                .page(Page.ofSize(size))
                .list();
    }

    private static void narrow(
            StringBuilder query, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(condition);
            values.put(name, value);
        }
    }
}
