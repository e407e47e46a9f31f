package org.gongxue.reward.entitlement.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.gongxue.events.reward.Computation;
import org.gongxue.events.reward.ConditionResult;
import org.gongxue.events.reward.EntitlementReason;
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

    @Column(name = "group_name")
    public @Nullable String group;

    @Column(name = "waitlist_position")
    public int waitlistPosition;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<ConditionResult> conditions;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> missing;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<EntitlementReason> reasons;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable Computation computation;

    /** Which entitlements are asked for; an absent part asks for all. */
    public record Wanted(
            @Nullable String policyId,
            @Nullable String state,
            @Nullable String fundId,
            Set<String> units) {}

    /** All of a learner, oldest first. */
    public static List<Entitlement> ofLearner(String learnerId) {
        return list("learnerId = ?1 order by openedIndex", learnerId);
    }

    /** Those wanted, oldest first, opened after an index. */
    public static List<Entitlement> page(Wanted wanted, long afterIndex, int size) {
        var query = new StringBuilder("openedIndex > :after");
        var values = new HashMap<String, Object>();
        values.put("after", afterIndex);
        if (wanted.policyId() != null) {
            query.append(" and policyId = :policy");
            values.put("policy", wanted.policyId());
        }
        if (wanted.state() != null) {
            query.append(" and state = :state");
            values.put("state", wanted.state());
        }
        if (wanted.fundId() != null) {
            query.append(" and fundId = :fund");
            values.put("fund", wanted.fundId());
        }
        if (!wanted.units().contains(Offices.EVERYWHERE)) {
            query.append(" and array_intersects(unitPath, :units)");
            values.put("units", wanted.units().toArray(String[]::new));
        }
        return find(query + " order by openedIndex", values)
                .page(Page.ofSize(size))
                .list();
    }
}
