package org.gongxue.reward.fund.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An appropriation to be read; {@link FundProjection} writes it. */
@Entity
@Immutable
@Table(name = "appropriation")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Appropriation extends PanacheEntityBase {

    /** The n-th appropriation of a fund. */
    @Embeddable
    public record Id(@Column(name = "fund_id") String fundId, int number) implements Serializable {}

    /** How many are on a page. */
    static final int PAGE = 200;

    @EmbeddedId
    public Id id;

    @Column(name = "document_number")
    public String documentNumber;

    @Column(name = "amount_fen")
    public long amountFen;

    @Column(name = "on_date")
    public LocalDate on;

    /** {@code proposed}, {@code confirmed} or {@code rejected}. */
    public String state;

    @Column(name = "proposed_by")
    public String proposedBy;

    @Column(name = "settled_by")
    public @Nullable String settledBy;

    /** The n-th page, from 0, of one fund's, in order. */
    public static List<Appropriation> page(String fundId, int number) {
        return find("id.fundId = ?1 order by id.number", fundId)
                .page(number, PAGE)
                .list();
    }
}
