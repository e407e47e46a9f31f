package org.gongxue.reward.policy.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.networknt.schema.Error;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.Problem;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.gongxue.reward.policy.CanonicalJson;
import org.gongxue.reward.policy.PolicyCommand.PolicyAnswer;
import org.gongxue.reward.policy.PolicyCommand.ProposePolicy;
import org.gongxue.reward.policy.PolicyCommand.PublishPolicy;
import org.gongxue.reward.policy.PolicyDifference;
import org.gongxue.reward.policy.PolicyDocument;
import org.gongxue.reward.policy.PolicyReader;
import org.gongxue.reward.policy.PolicyUnreadableException;
import org.gongxue.reward.policy.edge.DifferenceView.Differences;
import org.jspecify.annotations.Nullable;

/** Policies: proposed by one administrator, published by another, read by everyone. */
@Path("policies")
@RunOnVirtualThread
public class PolicyResource {

    private static final int PAGES_MAX = 1_000_000;
    private static final int DOCUMENT_CHARS_MAX = 100_000;
    private static final String ID = "[a-z][a-z0-9-]{2,59}";

    private final Commands commands;
    private final PolicySchema schema;
    private final Authority authority;
    private final Caller caller;

    PolicyResource(Commands commands, PolicySchema schema, Authority authority, Caller caller) {
        this.commands = commands;
        this.schema = schema;
        this.authority = authority;
        this.caller = caller;
    }

    /** A policy version; {@code document} only when one is asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PolicyView(
            String policyId,
            int version,
            String name,
            String state,
            String sourceEvent,
            LocalDate validFrom,
            LocalDate validUntil,
            String digest,
            String proposedBy,
            boolean proposedByMe,
            @Nullable String publishedBy,
            @JsonRawValue @Nullable String document) {

        static PolicyView of(PolicyVersion v, String reader, boolean whole) {
            return new PolicyView(
                    v.id.policyId(),
                    v.id.version(),
                    v.name,
                    v.state,
                    v.sourceEvent,
                    v.validFrom,
                    v.validUntil,
                    v.digest,
                    v.proposedBy,
                    v.proposedBy.equals(reader),
                    v.publishedBy,
                    whole ? v.document : null);
        }
    }

    /** A page of all versions of all policies; {@code next} is the cursor of the following one. */
    public record PolicyList(
            List<PolicyView> items, @Nullable String next) {}

    /** Proposes the document in the body as a version of its policy. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response propose(@NotBlank @Size(max = DOCUMENT_CHARS_MAX) String document, HttpHeaders headers) {
        var canonical = canonical(document);
        var faults = schema.faults(canonical);
        if (!faults.isEmpty()) {
            return misshapen(faults, Caller.locale(headers.getAcceptableLanguages()));
        }
        var policy = readable(canonical);
        var answer =
                commands.run(new ProposePolicy(policy.policyId(), policy.version(), canonical), PolicyAnswer.class);
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    /** What is published: the SHA-256 of the document the second person checked, in lower-case hex. */
    public record Publication(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest) {}

    /** The second person's part; 409 when the draft is no longer the one that was checked. */
    @POST
    @Path("{policyId}/versions/{version}/publication")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public PolicyAnswer publish(
            @PathParam("policyId") @Pattern(regexp = ID) String policyId,
            @PathParam("version") @Min(1) @Max(9999) int version,
            @NotNull @Valid Publication publication) {
        return commands.run(new PublishPolicy(policyId, version, publication.digest()), PolicyAnswer.class);
    }

    /** Published versions for everyone; drafts too for administrators and auditors. */
    @GET
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public PolicyList list(@QueryParam("cursor") @DefaultValue("0") @Min(0) @Max(PAGES_MAX) int cursor) {
        var page = PolicyVersion.page(seesDrafts(), cursor);
        return new PolicyList(
                page.stream()
                        .map(v -> PolicyView.of(v, caller.subject(), false))
                        .toList(),
                page.size() < PolicyVersion.PAGE ? null : Integer.toString(cursor + 1));
    }

    /** One version with its document. */
    @GET
    @Path("{policyId}/versions/{version}")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public PolicyView show(
            @PathParam("policyId") @Pattern(regexp = ID) String policyId,
            @PathParam("version") @Min(1) @Max(9999) int version) {
        return PolicyView.of(seen(policyId, version), caller.subject(), true);
    }

    /** What a version says otherwise than another version of the same policy, such as the one before. */
    @GET
    @Path("{policyId}/versions/{version}/difference")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public Differences difference(
            @PathParam("policyId") @Pattern(regexp = ID) String policyId,
            @PathParam("version") @Min(1) @Max(9999) int version,
            @QueryParam("from") @Min(1) @Max(9999) int from,
            HttpHeaders headers) {
        var locale = Caller.locale(headers.getAcceptableLanguages());
        var before = seen(policyId, from);
        var after = seen(policyId, version);
        return new Differences(PolicyDifference.between(before.document, after.document).stream()
                .map(difference -> DifferenceView.of(difference, locale))
                .toList());
    }

    /** The facts that policies can ask about. */
    @GET
    @Path("facts")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public List<FactView> facts(HttpHeaders headers) {
        return FactView.all(Caller.locale(headers.getAcceptableLanguages()));
    }

    /** The schema that a document must fit, for editors. */
    @GET
    @Path("schema")
    @Produces("application/schema+json")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
    public String schema() {
        return schema.text();
    }

    private PolicyVersion seen(String policyId, int version) {
        return PolicyVersion.version(policyId, version)
                .filter(v -> v.state.equals("published") || seesDrafts())
                .orElseThrow(() -> RefusedException.notFound("policyId", policyId + "/" + version));
    }

    private boolean seesDrafts() {
        return authority.holdsEverywhere(StaffRole.ADMINISTRATOR) || authority.holdsEverywhere(StaffRole.AUDITOR);
    }

    private static String canonical(String document) {
        try {
            return CanonicalJson.of(document);
        } catch (PolicyUnreadableException e) {
            throw unreadable(e);
        }
    }

    private static PolicyDocument readable(String canonical) {
        try {
            return PolicyReader.read(canonical);
        } catch (PolicyUnreadableException e) {
            throw unreadable(e);
        }
    }

    private static RefusedException unreadable(PolicyUnreadableException e) {
        return new RefusedException(Refusal.invalid("POLICY_UNREADABLE", e.place(), e.value(), e.needed()));
    }

    private static Response misshapen(List<Error> faults, Locale locale) {
        var problems = faults.stream()
                .map(fault -> Problem.of(
                        Refusal.invalid(
                                        "POLICY_MISSHAPEN",
                                        fault.getInstanceLocation().toString(),
                                        null,
                                        fault.getSchemaLocation().getFragment().toString())
                                .withFacts(Map.of("fault", fault.getMessage())),
                        locale))
                .toList();
        var first = problems.getFirst();
        return new Problem(
                        first.type(),
                        first.title(),
                        first.status(),
                        first.detail(),
                        first.code(),
                        first.field(),
                        first.value(),
                        first.needed(),
                        problems.size() > 1 ? problems : List.of())
                .response();
    }
}
