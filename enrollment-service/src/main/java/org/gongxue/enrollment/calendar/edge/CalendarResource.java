package org.gongxue.enrollment.calendar.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.calendar.CalendarCommand.OpenDay;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;

/** The business date. */
@Path("calendar")
@RunOnVirtualThread
public class CalendarResource {

    private final Commands commands;
    private final Authority authority;
    private final ClockConfig clock;

    CalendarResource(Commands commands, Authority authority, ClockConfig clock) {
        this.commands = commands;
        this.authority = authority;
        this.clock = clock;
    }

    /** A day to open. */
    public record DayRequest(@NotNull LocalDate date) {}

    /** The business date, and whether it follows the wall clock or is simulated. */
    public record CalendarView(LocalDate date, String mode) {}

    @GET
    @Operation(summary = "The business date (Asia/Shanghai)")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public CalendarView calendar() {
        return new CalendarView(authority.today(), clock.isSimulated() ? "simulated" : "wall");
    }

    @POST
    @Path("days")
    @Operation(summary = "Open a day of a simulated calendar; days only go forward")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public CalendarView open(@NotNull @Valid DayRequest request) {
        if (!clock.isSimulated()) {
            throw new RefusedException(Refusal.conflict(
                    "CALENDAR_FOLLOWS_CLOCK", "date", request.date().toString(), null));
        }
        commands.run(new OpenDay(request.date()));
        return calendar();
    }
}
