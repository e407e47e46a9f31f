package org.gongxue.reward.ledger.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** What a fund is called, for those who show what it pays. */
@Entity
@Immutable
@Table(name = "fund")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class FundName extends PanacheEntityBase {

    @Id
    @Column(name = "fund_id")
    public String fundId;

    public String name;

    /** The names of these funds, by id. */
    public static Map<String, String> of(Collection<String> fundIds) {
        return FundName.<FundName>list("fundId in ?1", fundIds).stream()
                .collect(Collectors.toMap(fund -> fund.fundId, fund -> fund.name));
    }
}
