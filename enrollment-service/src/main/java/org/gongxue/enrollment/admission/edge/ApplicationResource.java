package org.gongxue.enrollment.admission.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.admission.ApplicationCommand.Recommend;
import org.gongxue.enrollment.admission.ApplicationCommand.Review;
import org.gongxue.enrollment.admission.ApplicationCommand.ReviewReason;
import org.gongxue.enrollment.admission.ApplicationCommand.Submit;
import org.gongxue.enrollment.admission.ApplicationCommand.Withdraw;
import org.gongxue.enrollment.admission.ApplicationState.Stage;
import org.gongxue.enrollment.edge.BatchResult;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.edge.Items;
import org.gongxue.enrollment.edge.Page;
import org.gongxue.enrollment.edge.Scope;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Applications: workers ask, unions recommend and review. */
@Path("applications")
@RunOnVirtualThread
public class ApplicationResource {

    private static final String ME = "me";

    private final Commands commands;
    private final Items items;
    private final Authority authority;
    private final Scope scope;

    ApplicationResource(Commands commands, Items items, Authority authority, Scope scope) {
        this.commands = commands;
        this.items = items;
        this.authority = authority;
        this.scope = scope;
    }

    /** An application to make; without a learner, or with {@code me}, for oneself. */
    public record ApplicationRequest(
            @Nullable @Pattern(regexp = Ids.ID) String learnerId,
            @NotNull @Pattern(regexp = Ids.ID) String intakeId,
            @NotNull @Pattern(regexp = Ids.ID) String programId) {}

    /** A review; the reason goes with a no. */
    public record ReviewRequest(
            @NotNull Boolean approve, @Nullable ReviewReason reason) {}

    /** An application to recommend. */
    public record RecommendationItem(
            @NotNull @Pattern(regexp = Ids.ID) String applicationId) {}

    /** An application to review. */
    public record ReviewItem(
            @NotNull @Pattern(regexp = Ids.ID) String applicationId,
            @NotNull Boolean approve,
            @Nullable ReviewReason reason) {}

    /** Many applications. */
    public record ApplicationsRequest(
            @NotEmpty @Size(max = BatchResult.ITEMS_MAX) List<ApplicationRequest> items) {}

    /** Many recommendations. */
    public record RecommendationsRequest(
            @NotEmpty @Size(max = BatchResult.ITEMS_MAX) List<RecommendationItem> items) {}

    /** Many reviews. */
    public record ReviewsRequest(
            @NotEmpty @Size(max = BatchResult.ITEMS_MAX) List<ReviewItem> items) {}

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Apply, for oneself or as an officer for a worker; a refusal at once is an application too")
    @RolesAllowed({Roles.LEARNER, Roles.UNION_OFFICER})
    public ApplicationView submit(@NotNull @Valid ApplicationRequest request, HttpHeaders headers) {
        var command = toSubmit(0, request);
        commands.run(command);
        return view(find(command.applicationId()), headers);
    }

    @POST
    @Path("batch")
    @Operation(summary = "Apply for workers of the own subtree; at most 500")
    @RolesAllowed(Roles.UNION_OFFICER)
    public BatchResult submitAll(@NotNull @Valid ApplicationsRequest request, HttpHeaders headers) {
        return items.run(request.items(), locale(headers), this::toSubmit);
    }

    private Submit toSubmit(int ordinal, ApplicationRequest request) {
        var learnerId = request.learnerId() == null || request.learnerId().equals(ME)
                ? authority
                        .learnerId()
                        .orElseThrow(
                                () -> new RefusedException(Refusal.notFound("LEARNER_NOT_REGISTERED", "learnerId", ME)))
                : request.learnerId();
        return new Submit(commands.newId("A", ordinal), request.intakeId(), request.programId(), learnerId);
    }

    @GET
    @Operation(summary = "The applications within the caller's scope")
    @RolesAllowed({
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public Page<ApplicationView> applications(
            @QueryParam("intake") @Nullable @Pattern(regexp = Ids.ID) String intakeId,
            @QueryParam("program") @Nullable @Pattern(regexp = Ids.ID) String programId,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            HttpHeaders headers) {
        var query = new Application.Query(intakeId, programId, stage(state), Page.after(cursor));
        var found = Application.page(query, scope.visible());
        var page = Page.of(found, a -> a.submittedIndex, a -> a);
        return new Page<>(ApplicationView.of(page.items(), locale(headers)), page.next());
    }

    @GET
    @Path("mine")
    @Operation(summary = "The caller's own applications, the latest first")
    @RolesAllowed(Roles.LEARNER)
    public Page<ApplicationView> mine(HttpHeaders headers) {
        var own = authority.learnerId().map(Application::ofLearner).orElse(List.of());
        return new Page<>(ApplicationView.of(own, locale(headers)), null);
    }

    @GET
    @Path("{applicationId}")
    @Operation(summary = "One application with its timeline")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public ApplicationView application(
            @PathParam("applicationId") @Pattern(regexp = Ids.ID) String applicationId, HttpHeaders headers) {
        var application = find(applicationId);
        var own = authority.learnerId().filter(application.learnerId::equals).isPresent();
        if (!own && !scope.reaches(application.unitId, application.universityId)) {
            throw new RefusedException(Offices.notAppointed(StaffRole.UNION_OFFICER, application.unitId));
        }
        return view(application, headers);
    }

    @POST
    @Path("{applicationId}/recommendation")
    @Operation(summary = "Recommend a worker of the own subtree while the window is open")
    @RolesAllowed(Roles.UNION_OFFICER)
    public ApplicationView recommend(
            @PathParam("applicationId") @Pattern(regexp = Ids.ID) String applicationId, HttpHeaders headers) {
        commands.run(new Recommend(applicationId));
        return view(find(applicationId), headers);
    }

    @POST
    @Path("{applicationId}/review")
    @Operation(summary = "Review a recommended application, as another person than its recommender")
    @RolesAllowed(Roles.UNION_OFFICER)
    public ApplicationView review(
            @PathParam("applicationId") @Pattern(regexp = Ids.ID) String applicationId,
            @NotNull @Valid ReviewRequest request,
            HttpHeaders headers) {
        commands.run(new Review(applicationId, request.approve(), request.reason()));
        return view(find(applicationId), headers);
    }

    @POST
    @Path("{applicationId}/withdrawal")
    @Operation(summary = "Step back or decline a place; before the window closes the next one follows")
    @RolesAllowed({Roles.LEARNER, Roles.UNION_OFFICER})
    public ApplicationView withdraw(
            @PathParam("applicationId") @Pattern(regexp = Ids.ID) String applicationId, HttpHeaders headers) {
        commands.run(new Withdraw(applicationId));
        return view(find(applicationId), headers);
    }

    @POST
    @Path("recommendations")
    @Operation(summary = "Recommend many; at most 500")
    @RolesAllowed(Roles.UNION_OFFICER)
    public BatchResult recommendAll(@NotNull @Valid RecommendationsRequest request, HttpHeaders headers) {
        return items.run(request.items(), locale(headers), (_, item) -> new Recommend(item.applicationId()));
    }

    @POST
    @Path("reviews")
    @Operation(summary = "Review many, in this order; at most 500")
    @RolesAllowed(Roles.UNION_OFFICER)
    public BatchResult reviewAll(@NotNull @Valid ReviewsRequest request, HttpHeaders headers) {
        return items.run(
                request.items(),
                locale(headers),
                (_, item) -> new Review(item.applicationId(), item.approve(), item.reason()));
    }

    private static @Nullable Stage stage(@Nullable String state) {
        if (state == null) {
            return null;
        }
        for (var stage : Stage.values()) {
            if (stage.name().equalsIgnoreCase(state) && stage != Stage.UNKNOWN) {
                return stage;
            }
        }
        throw new RefusedException(Refusal.invalid("STATE_UNKNOWN", "state", state, null));
    }

    private static Application find(String applicationId) {
        return Application.<Application>findByIdOptional(applicationId)
                .orElseThrow(() -> RefusedException.notFound("applicationId", applicationId));
    }

    private static ApplicationView view(Application application, HttpHeaders headers) {
        return ApplicationView.of(List.of(application), locale(headers)).getFirst();
    }

    private static Locale locale(HttpHeaders headers) {
        return Caller.locale(headers.getAcceptableLanguages());
    }
}
