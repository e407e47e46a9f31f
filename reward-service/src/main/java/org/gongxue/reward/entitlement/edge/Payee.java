package org.gongxue.reward.entitlement.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** A learner who left a bank account, to be read; {@link PayeeProjection} writes it. The account is in the vault. */
@Entity
@Immutable
@Table(name = "payee")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Payee extends PanacheEntityBase {

    @Id
    @Column(name = "learner_id")
    public String learnerId;

    public int version;

    /** Those of these learners who left an account. */
    public static Set<String> among(Collection<String> learnerIds) {
        return Payee.<Payee>list("learnerId in ?1", learnerIds).stream()
                .map(p -> p.learnerId)
                .collect(Collectors.toSet());
    }
}
