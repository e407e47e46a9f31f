package org.gongxue.reward.fund.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A fund's balances to be read, in fen; {@link FundProjection} writes them. */
@Entity
@Immutable
@Table(name = "fund")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Fund extends PanacheEntityBase {

    /** How many are on a page. */
    static final int PAGE = 200;

    @Id
    @Column(name = "fund_id")
    public String fundId;

    public String name;

    public int year;

    public String source;

    /** What came from outside, negative. */
    @Column(name = "external_fen")
    public long externalFen;

    @Column(name = "available_fen")
    public long availableFen;

    @Column(name = "held_fen")
    public long heldFen;

    @Column(name = "payable_fen")
    public long payableFen;

    @Column(name = "in_transit_fen")
    public long inTransitFen;

    @Column(name = "paid_fen")
    public long paidFen;

    @Column(name = "receivable_fen")
    public long receivableFen;

    /** What banks sent back, cumulated. */
    @Column(name = "returned_fen")
    public long returnedFen;

    /** The n-th page, from 0, of all funds by year and id. */
    public static List<Fund> page(int number) {
        return find("order by year, fundId").page(number, PAGE).list();
    }
}
