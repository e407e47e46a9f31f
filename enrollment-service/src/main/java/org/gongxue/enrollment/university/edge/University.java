package org.gongxue.enrollment.university.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** A partner university to be read; {@link UniversityProjection} writes it. */
@Entity
@Immutable
@Table(name = "university")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class University extends PanacheEntityBase {

    @Id
    @Column(name = "university_id")
    public String universityId;

    public String name;

    /** The names of all partner universities by id; there are few. */
    public static Map<String, String> names() {
        return University.<University>listAll().stream()
                .collect(Collectors.toMap(university -> university.universityId, university -> university.name));
    }
}
