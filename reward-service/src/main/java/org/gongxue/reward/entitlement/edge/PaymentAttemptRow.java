package org.gongxue.reward.entitlement.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A payment attempt to be read; {@link EntitlementProjection} writes it. */
@Entity
@Immutable
@Table(name = "payment_attempt")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class PaymentAttemptRow extends PanacheEntityBase {

    @Id
    @Column(name = "payment_number")
    public String paymentNumber;

    @Column(name = "entitlement_id")
    public String entitlementId;

    public int attempt;

    @Column(name = "batch_id")
    public String batchId;

    public int line;

    @Column(name = "learner_id")
    public String learnerId;

    @Column(name = "amount_fen")
    public long amountFen;

    @Column(name = "payee_version")
    public int payeeVersion;

    /** {@code open}, {@code paid} or {@code returned}. */
    public String state;

    @Column(name = "on_date")
    public LocalDate on;

    @Column(name = "bank_reference")
    public @Nullable String bankReference;

    @Column(name = "failure_code")
    public @Nullable String failureCode;

    /** The attempts of these entitlements, each in order. */
    public static List<PaymentAttemptRow> of(Collection<String> entitlementIds) {
        return list("entitlementId in ?1 order by attempt", entitlementIds);
    }

    /** The attempts with these payment numbers. */
    public static List<PaymentAttemptRow> numbered(Collection<String> paymentNumbers) {
        return list("paymentNumber in ?1", paymentNumbers);
    }

    /** Lines of a batch after a line number, in order. */
    public static List<PaymentAttemptRow> lines(String batchId, int afterLine, int size) {
        return find("batchId = ?1 and line > ?2 order by line", batchId, afterLine)
                .page(Page.ofSize(size))
                .list();
    }

    /** How many lines of a batch stand so. */
    public static long count(String batchId, String state) {
        return count("batchId = ?1 and state = ?2", batchId, state);
    }

    /** What the lines of a batch that stand so come to, in fen. */
    public static long sumFen(String batchId, String state) {
        return find(
                        "select coalesce(sum(amountFen), 0) from PaymentAttemptRow where batchId = ?1 and state = ?2",
                        batchId,
                        state)
                .project(Long.class)
                .firstResult();
    }
}
