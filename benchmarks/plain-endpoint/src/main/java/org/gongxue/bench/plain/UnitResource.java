package org.gongxue.bench.plain;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Takes the request of the enrollment service's resource of the same path and answers it, with one row inserted. */
@Path("api/enrollment/units")
@RunOnVirtualThread
public class UnitResource {
    private static final String INSERT = "INSERT INTO unit (unit_id, parent_id, name, level, ownership, affiliation,"
            + " division_code, credit_code, registered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, now())";

    private final DataSource dataSource;

    UnitResource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A unit as it comes and goes. */
    public record Unit(
            @Nullable String unitId,
            @Nullable String parentId,
            @NotBlank @Size(max = 100) String name,
            @NotNull String level,
            @NotNull String ownership,
            @NotNull String affiliation,
            @Nullable @Size(max = 6) String divisionCode,
            @Nullable @Size(max = 18) String creditCode) {}

    /** Inserts the row; the answer is given after its commit. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed("administrator")
    public Unit register(@NotNull @Valid Unit unit) throws SQLException {
        String id = unit.unitId() == null ? "U-" + UUID.randomUUID() : unit.unitId();
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, id);
            insert.setString(2, unit.parentId());
            insert.setString(3, unit.name());
            insert.setString(4, unit.level());
            insert.setString(5, unit.ownership());
            insert.setString(6, unit.affiliation());
            insert.setString(7, unit.divisionCode());
            insert.setString(8, unit.creditCode());
            insert.executeUpdate();
        }
        return new Unit(
                id,
                unit.parentId(),
                unit.name(),
                unit.level(),
                unit.ownership(),
                unit.affiliation(),
                unit.divisionCode(),
                unit.creditCode());
    }
}
