package org.gongxue.creditbank.issuer.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That a code is in the register, or proposed for it; what is said of it is its streams' state. */
@Entity
@Immutable
@Table(name = "issuer")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class RegisteredIssuer extends PanacheEntityBase {

    @Id
    @Column(name = "issuer_code")
    public String issuerCode;

    public boolean registered;

    /** Whether an entry waits for another person. */
    public boolean proposed;

    /** The codes after a cursor, in their order; those of which there is no more than a proposal only on demand. */
    static List<String> codesAfter(@Nullable String cursor, boolean withProposed, int size) {
        var wanted = withProposed ? "(registered = true or proposed = true)" : "registered = true";
        return RegisteredIssuer.<RegisteredIssuer>find(
                        "issuerCode > ?1 and " + wanted + " order by issuerCode", cursor == null ? "" : cursor)
                .page(Page.ofSize(size))
                .stream()
                .map(issuer -> issuer.issuerCode)
                .toList();
    }
}
