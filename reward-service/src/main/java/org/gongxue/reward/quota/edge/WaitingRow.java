package org.gongxue.reward.quota.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** An entitlement as it stands in a line: the few columns of its row that the visible order shows. */
@Entity
@Immutable
@Table(name = "entitlement")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class WaitingRow extends PanacheEntityBase {

    @Id
    @Column(name = "entitlement_id")
    public String entitlementId;

    @Column(name = "learner_id")
    public String learnerId;

    public String state;

    public String line;

    @Column(name = "line_id")
    public String lineId;

    @Column(name = "line_position")
    public int position;

    @Column(name = "waiting_since")
    public LocalDate since;

    /** Who waits for a place of a cell, in order, after a position. */
    public static List<WaitingRow> ofCell(String cellId, int afterPosition, int size) {
        return find(
                        "lineId = ?1 and line = 'quota' and state = 'waitlisted' and position > ?2 order by position",
                        cellId,
                        afterPosition)
                .page(Page.ofSize(size))
                .list();
    }
}
