package org.gongxue.reward.payment.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A payment batch to be read; {@link BatchProjection} writes it. */
@Entity
@Immutable
@Table(name = "payment_batch")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class PaymentBatch extends PanacheEntityBase {

    @Id
    @Column(name = "batch_id")
    public String batchId;

    @Column(name = "opened_index")
    public long openedIndex;

    @Column(name = "fund_id")
    public String fundId;

    public String purpose;

    /** A word of {@link org.gongxue.reward.payment.BatchStage}. */
    public String state;

    public int lines;

    @Column(name = "total_fen")
    public long totalFen;

    @Column(name = "opened_by")
    public String openedBy;

    @Column(name = "frozen_by")
    public @Nullable String frozenBy;

    @Column(name = "approved_by")
    public @Nullable String approvedBy;

    @Column(name = "approved_on")
    public @Nullable LocalDate approvedOn;

    public int exports;

    @Column(name = "last_export_digest")
    public @Nullable String lastExportDigest;

    /** Batches opened before an index, newest first. */
    public static List<PaymentBatch> before(long openedIndex, int size) {
        return find("openedIndex < ?1 order by openedIndex desc", openedIndex)
                .page(Page.ofSize(size))
                .list();
    }
}
