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

/** That a code is in the register; what the register says of it is its stream's state. */
@Entity
@Immutable
@Table(name = "issuer")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class RegisteredIssuer extends PanacheEntityBase {

    @Id
    @Column(name = "issuer_code")
    public String issuerCode;

    /** The codes after a cursor, in their order. */
    static List<String> codesAfter(@Nullable String cursor, int size) {
        return RegisteredIssuer.<RegisteredIssuer>find(
                        "issuerCode > ?1 order by issuerCode", cursor == null ? "" : cursor)
                .page(Page.ofSize(size))
                .stream()
                .map(issuer -> issuer.issuerCode)
                .toList();
    }
}
