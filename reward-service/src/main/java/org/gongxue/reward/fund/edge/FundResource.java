package org.gongxue.reward.fund.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.gongxue.reward.fund.FundCommand.AppropriationAnswer;
import org.gongxue.reward.fund.FundCommand.ConfirmAppropriation;
import org.gongxue.reward.fund.FundCommand.FundAnswer;
import org.gongxue.reward.fund.FundCommand.OpenFund;
import org.gongxue.reward.fund.FundCommand.ProposeAppropriation;
import org.gongxue.reward.fund.FundCommand.RejectAppropriation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Funds and their appropriations. */
@Path("funds")
@RunOnVirtualThread
public class FundResource {

    /** What a fund's id looks like; its last four digits are its year. */
    public static final String ID = "[a-z][a-z0-9-]{1,59}-[0-9]{4}";

    private static final int PAGES_MAX = 1_000_000;

    private final Commands commands;
    private final Authority authority;

    FundResource(Commands commands, Authority authority) {
        this.commands = commands;
        this.authority = authority;
    }

    /** A fund to open. */
    public record FundRequest(
            @NotNull @Pattern(regexp = ID) String fundId,
            @NotBlank @Size(max = 100) String name,
            @Min(2000) @Max(2999) int year,
            @NotBlank @Size(max = 100) String source) {}

    /** Money that came, under its document number 拨款文号, in fen. */
    public record AppropriationRequest(
            @NotBlank @Size(max = 60) String documentNumber,
            @Min(1) long amountFen,
            @NotNull LocalDate on) {}

    /** A fund's balances in fen. */
    public record FundView(
            String fundId,
            String name,
            int year,
            String source,
            long appropriatedFen,
            long heldFen,
            long payableFen,
            long inTransitFen,
            long paidFen,
            long returnedFen,
            long receivableFen,
            long availableFen) {

        /** A fund as it is shown. */
        public static FundView of(Fund f) {
            return new FundView(
                    f.fundId,
                    f.name,
                    f.year,
                    f.source,
                    -f.externalFen,
                    f.heldFen,
                    f.payableFen,
                    f.inTransitFen,
                    f.paidFen,
                    f.returnedFen,
                    f.receivableFen,
                    f.availableFen);
        }
    }

    /** A page of funds; {@code next} is the cursor of the following one. */
    public record FundList(List<FundView> items, @Nullable String next) {}

    /** An appropriation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AppropriationView(
            int number,
            String documentNumber,
            long amountFen,
            LocalDate on,
            String state,
            String proposedBy,
            @Nullable String settledBy) {}

    /** A page of appropriations; {@code next} is the cursor of the following one. */
    public record AppropriationList(
            List<AppropriationView> items, @Nullable String next) {}

    /** Opens a fund. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    public FundAnswer open(@NotNull @Valid FundRequest request) {
        return commands.run(
                new OpenFund(request.fundId(), request.name(), request.year(), request.source()), FundAnswer.class);
    }

    /** All funds with their balances. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public FundList list(@QueryParam("cursor") @DefaultValue("0") @Min(0) @Max(PAGES_MAX) int cursor) {
        authority.requireEverywhere(StaffRole.FINANCE, StaffRole.ADMINISTRATOR, StaffRole.AUDITOR);
        var page = Fund.page(cursor);
        return new FundList(
                page.stream().map(FundView::of).toList(),
                page.size() < Fund.PAGE ? null : Integer.toString(cursor + 1));
    }

    /** Enters an appropriation. */
    @POST
    @Path("{fundId}/appropriations")
    @ResponseStatus(201)
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    public AppropriationAnswer propose(
            @PathParam("fundId") @Pattern(regexp = ID) String fundId, @NotNull @Valid AppropriationRequest request) {
        return commands.run(
                new ProposeAppropriation(fundId, request.documentNumber(), request.amountFen(), request.on()),
                AppropriationAnswer.class);
    }

    /** The appropriations of a fund. */
    @GET
    @Path("{fundId}/appropriations")
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public AppropriationList appropriations(
            @PathParam("fundId") @Pattern(regexp = ID) String fundId,
            @QueryParam("cursor") @DefaultValue("0") @Min(0) @Max(PAGES_MAX) int cursor) {
        authority.requireEverywhere(StaffRole.FINANCE, StaffRole.ADMINISTRATOR, StaffRole.AUDITOR);
        if (Fund.findByIdOptional(fundId).isEmpty()) {
            throw RefusedException.notFound("fundId", fundId);
        }
        var page = Appropriation.page(fundId, cursor);
        return new AppropriationList(
                page.stream()
                        .map(a -> new AppropriationView(
                                a.id.number(), a.documentNumber, a.amountFen, a.on, a.state, a.proposedBy, a.settledBy))
                        .toList(),
                page.size() < Appropriation.PAGE ? null : Integer.toString(cursor + 1));
    }

    /** The second person's part; whoever waits for this fund is promoted next. */
    @POST
    @Path("{fundId}/appropriations/{number}/confirmation")
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    public AppropriationAnswer confirm(
            @PathParam("fundId") @Pattern(regexp = ID) String fundId, @PathParam("number") @Min(1) int number) {
        return commands.run(new ConfirmAppropriation(fundId, number), AppropriationAnswer.class);
    }

    /** Takes an appropriation that was entered wrongly back; also who did not enter it may turn it down. */
    @POST
    @Path("{fundId}/appropriations/{number}/rejection")
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    public AppropriationAnswer reject(
            @PathParam("fundId") @Pattern(regexp = ID) String fundId, @PathParam("number") @Min(1) int number) {
        return commands.run(new RejectAppropriation(fundId, number), AppropriationAnswer.class);
    }
}
