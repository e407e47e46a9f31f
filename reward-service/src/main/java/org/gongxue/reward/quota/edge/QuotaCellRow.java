package org.gongxue.reward.quota.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/** A quota cell to be read; {@link QuotaProjection} writes it. */
@Entity
@Immutable
@Table(name = "quota_cell")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class QuotaCellRow extends PanacheEntityBase {

    @Id
    @Column(name = "cell_id")
    public String cellId;

    @Column(name = "policy_id")
    public String policyId;

    public int year;

    /** The unit, or {@code *} where the policy does not divide by unit. */
    @Column(name = "unit_id")
    public String unitId;

    /** The group, or {@code *} where the policy has none. */
    @Column(name = "group_name")
    public String group;

    public int places;

    public int used;

    /** Who stands in the cell's line now; who left it is not counted, though the line has not moved past them yet. */
    @Formula("(SELECT count(*) FROM entitlement e WHERE e.line_id = cell_id AND e.line = 'quota'"
            + " AND e.state = 'waitlisted')")
    public int waiting;

    /** All cells of a policy's year. */
    public static List<QuotaCellRow> of(String policyId, int year) {
        return list("policyId = ?1 and year = ?2 order by unitId, group", policyId, year);
    }

    /** One cell. */
    public static Optional<QuotaCellRow> cell(String cellId) {
        return findByIdOptional(cellId);
    }

    /** The cells with these ids, by id. */
    public static Map<String, QuotaCellRow> byId(Collection<String> cellIds) {
        return QuotaCellRow.<QuotaCellRow>list("cellId in ?1", cellIds).stream()
                .collect(Collectors.toMap(cell -> cell.cellId, Function.identity()));
    }
}
