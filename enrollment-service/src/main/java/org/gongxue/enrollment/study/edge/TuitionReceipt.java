package org.gongxue.enrollment.study.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A tuition receipt to be read; {@link EnrollmentProjection} writes it. Amounts in fen. */
@Entity
@Immutable
@IdClass(TuitionReceipt.Key.class)
@Table(name = "tuition_receipt")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class TuitionReceipt extends PanacheEntityBase {

    /** A receipt of an enrollment. */
    public record Key(String enrollmentId, String receiptNumber) implements Serializable {}

    @Id
    @Column(name = "enrollment_id")
    public String enrollmentId;

    @Id
    @Column(name = "receipt_number")
    public String receiptNumber;

    @Column(name = "due_fen")
    public long dueFen;

    @Column(name = "waived_fen")
    public long waivedFen;

    @Column(name = "paid_fen")
    public long paidFen;

    @Column(name = "refunded_fen")
    public long refundedFen;

    @Column(name = "paid_on")
    public LocalDate paidOn;

    static List<TuitionReceipt> of(String enrollmentId) {
        return list("enrollmentId = ?1 order by paidOn, receiptNumber", enrollmentId);
    }
}
