package org.gongxue.reward.quota.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.events.reward.CellPlaces;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.gongxue.reward.authority.edge.SeenUnits;
import org.gongxue.reward.quota.QuotaCommand.ConfirmQuota;
import org.gongxue.reward.quota.QuotaCommand.ProposeQuota;
import org.gongxue.reward.quota.QuotaCommand.QuotaAnswer;
import org.gongxue.reward.quota.QuotaCommand.RejectQuota;
import org.gongxue.reward.quota.edge.QuotaViews.GridView;
import org.gongxue.reward.quota.edge.QuotaViews.QuotaView;
import org.gongxue.reward.quota.edge.QuotaViews.WaitingView;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * 名额: allotted and reallocated by two persons, seen by every office for its own subtree (invariant 10). The whole union's
 * administrators allot to every unit, a union's officers to the units below it.
 */
@Path("quotas")
@RunOnVirtualThread
public class QuotaResource {

    /** What a policy's id looks like. */
    static final String POLICY = "[a-z][a-z0-9-]{2,59}";

    /** A year in a path. */
    static final String YEAR = "{year: [0-9]{4}}";

    private static final String CELL = "Q-[0-9a-f]{16}";
    private static final int PAGE = 500;

    private final Commands commands;
    private final SeenUnits seen;
    private final QuotaViews views;

    QuotaResource(Commands commands, SeenUnits seen, QuotaViews views) {
        this.commands = commands;
        this.seen = seen;
        this.views = views;
    }

    /** The places of one cell. */
    public record CellRequest(
            @NotNull @Pattern(regexp = "[!-~]{1,60}") String unitId,
            @NotNull @Size(min = 1, max = 40) String group,
            @Min(0) @Max(1_000_000) int places) {}

    /**
     * Places to allot.
     *
     * @param policyVersion the published version whose ceilings hold
     * @param reasonCode ALLOTMENT, REALLOCATION or CORRECTION
     */
    public record ProposalRequest(
            @Min(1) int policyVersion,
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,39}") String reasonCode,
            @NotEmpty @Size(max = ProposeQuota.CELLS_MAX) List<@NotNull @Valid CellRequest> cells) {}

    /** What is confirmed: the digest of the cells the second person checked. */
    public record Confirmation(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest) {}

    /** Every policy with places, year by year. */
    public record QuotaList(List<QuotaView> items) {}

    /** A page of a line; {@code next} is the cursor of the following one. */
    public record Waitlist(
            List<WaitingView> items, @Nullable String next) {}

    @GET
    @Operation(summary = "Every published policy with places, year by year, with its sums per group")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.FINANCE, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public QuotaList list() {
        var units = seen.required();
        return new QuotaList(
                QuotaPolicy.all().stream().map(q -> views.view(q, units)).toList());
    }

    @GET
    @Path("{policyId}/" + YEAR)
    @Operation(summary = "The grid of one policy's year: places, in use, waiting and left per unit and group")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.FINANCE, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public GridView grid(
            @PathParam("policyId") @Pattern(regexp = POLICY) String policyId, @PathParam("year") int year) {
        var units = seen.required();
        return QuotaPolicy.latest(policyId, year)
                .map(quota -> views.grid(quota, units))
                .orElseThrow(() -> RefusedException.notFound("policyId", policyId + " " + year));
    }

    @GET
    @Path("cells/{cellId}/waitlist")
    @Operation(summary = "Who waits for a place of a cell, in the order in which places will be given")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.FINANCE, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public Waitlist waitlist(
            @PathParam("cellId") @Pattern(regexp = CELL) String cellId,
            @QueryParam("cursor") @DefaultValue("0") @Min(0) int cursor) {
        if (QuotaCellRow.cell(cellId).filter(this::maySee).isEmpty()) {
            throw RefusedException.notFound("cellId", cellId);
        }
        var page = WaitingRow.ofCell(cellId, cursor, PAGE + 1);
        var shown = page.subList(0, Math.min(PAGE, page.size()));
        return new Waitlist(
                shown.stream()
                        .map(w -> new WaitingView(w.position, w.entitlementId, w.learnerId, w.since))
                        .toList(),
                page.size() > PAGE ? Integer.toString(shown.getLast().position) : null);
    }

    private boolean maySee(QuotaCellRow cell) {
        var units = seen.ids();
        return units.contains(Offices.EVERYWHERE)
                || (!cell.unitId.equals(QuotaCell.WHOLE)
                        && Unit.<Unit>findByIdOptional(cell.unitId)
                                .filter(unit -> SeenUnits.hold(units, List.of(unit.path)))
                                .isPresent());
    }

    @POST
    @Path("{policyId}/" + YEAR + "/proposals")
    @ResponseStatus(201)
    @Operation(summary = "Propose the places of cells (分配 or 调剂); other cells stay as they are")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.ADMINISTRATOR})
    public QuotaAnswer propose(
            @PathParam("policyId") @Pattern(regexp = POLICY) String policyId,
            @PathParam("year") int year,
            @NotNull @Valid ProposalRequest request) {
        var cells = request.cells().stream()
                .map(c -> new CellPlaces(c.unitId(), c.group(), c.places()))
                .toList();
        return commands.run(
                new ProposeQuota(policyId, request.policyVersion(), year, request.reasonCode(), cells),
                QuotaAnswer.class);
    }

    @POST
    @Path("{policyId}/" + YEAR + "/proposals/{number}/confirmation")
    @Operation(summary = "The second person's part: from now on the cells have these places")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.ADMINISTRATOR})
    public QuotaAnswer confirm(
            @PathParam("policyId") @Pattern(regexp = POLICY) String policyId,
            @PathParam("year") int year,
            @PathParam("number") @Min(1) int number,
            @NotNull @Valid Confirmation confirmation) {
        return commands.run(new ConfirmQuota(policyId, year, number, confirmation.digest()), QuotaAnswer.class);
    }

    @POST
    @Path("{policyId}/" + YEAR + "/proposals/{number}/rejection")
    @Operation(summary = "Take an own proposal back, or turn somebody's down")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.ADMINISTRATOR})
    public QuotaAnswer reject(
            @PathParam("policyId") @Pattern(regexp = POLICY) String policyId,
            @PathParam("year") int year,
            @PathParam("number") @Min(1) int number) {
        return commands.run(new RejectQuota(policyId, year, number), QuotaAnswer.class);
    }
}
