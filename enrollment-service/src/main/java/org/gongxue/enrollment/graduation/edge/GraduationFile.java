package org.gongxue.enrollment.graduation.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongxue.enrollment.edge.Page;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A graduation file to be read; {@link GraduationFileProjection} writes it. */
@Entity
@Immutable
@Table(name = "graduation_file")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class GraduationFile extends PanacheEntityBase {

    /** Uploaded and checked; a second person is to release it. */
    static final String CHECKED = "checked";
    /** Released; its rows are being settled. */
    static final String RELEASING = "releasing";
    /** Every row has its outcome. */
    static final String RELEASED = "released";

    @Id
    @Column(name = "file_id")
    public String fileId;

    @Column(name = "university_id")
    public String universityId;

    public String digest;

    public int rows;

    public int accepted;

    public int duplicate;

    public int refused;

    @Column(name = "uploaded_by")
    public String uploadedBy;

    @Column(name = "uploaded_on")
    public LocalDate uploadedOn;

    @Column(name = "released_by")
    public @Nullable String releasedBy;

    @Column(name = "released_on")
    public @Nullable LocalDate releasedOn;

    public String state;

    @Column(name = "received_index")
    public long receivedIndex;

    @Column(name = "settled_index")
    public @Nullable Long settledIndex;

    /** A page of files in the order they came, of these universities. */
    static List<GraduationFile> page(Set<String> universities, boolean all, long after) {
        return GraduationFile.<GraduationFile>find(
                        "(?1 = true or universityId in ?2) and receivedIndex > ?3 order by receivedIndex",
                        all,
                        universities,
                        after)
                .page(0, Page.FETCH)
                .list();
    }
}
