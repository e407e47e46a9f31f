package org.gongxue.creditbank.conversionrule.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.creditbank.conversionrule.ProposeConversionRule;
import org.gongxue.creditbank.conversionrule.PublishConversionRule;
import org.gongxue.creditbank.conversionrule.RuleState;
import org.gongxue.creditbank.occupation.edge.Occupations;
import org.gongxue.events.creditbank.ConversionTerms;
import org.gongxue.events.creditbank.ConvertedCourse;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Conversion rules proposed, published and read. */
@Path("conversion-rules")
@RunOnVirtualThread
public class ConversionRuleResource {

    private static final String RULE_ID = "[a-z0-9][a-z0-9-]{0,59}";
    private static final String PROGRAM_ID = "[!-~]{1,120}";
    /** Bounds the conversions of one enrollment, each of one credit at least. */
    private static final int CREDITS_MAX = 100;

    private final Commands commands;
    private final Caller caller;
    private final Authority authority;

    ConversionRuleResource(Commands commands, Caller caller, Authority authority) {
        this.commands = commands;
        this.caller = caller;
        this.authority = authority;
    }

    /** A proposal; the version is the next one of the rule id. Dates inclusive, {@code validUntil} absent while open. */
    public record RuleRequest(
            @NotNull @Pattern(regexp = RULE_ID) String ruleId,
            @NotNull @Pattern(regexp = PROGRAM_ID) String programId,

            @NotEmpty @Size(max = 200) List<@NotNull @Pattern(regexp = Occupations.TYPED) String> occupationCodes,

            @NotNull SkillLevel minimumLevel,
            @NotEmpty @Size(max = 20) List<@NotNull @Valid CourseRequest> courses,
            @Min(1) @Max(CREDITS_MAX) int capCredits,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /** A course the outcome counts as, with its whole credits. */
    public record CourseRequest(
            @NotNull @Pattern(regexp = "[A-Za-z0-9.-]{1,20}")
            String courseCode,

            @NotNull @Pattern(regexp = "(?=.*\\S)\\P{C}{1,60}")
            String courseName,

            @Min(1) @Max(CREDITS_MAX) int credits) {}

    /** Where a version stands: {@code state} is proposed or published. */
    public record RuleVersion(String ruleId, int ruleVersion, String state) {}

    /** Some versions and where to go on. */
    public record RulePage(List<RuleView> items, @Nullable String next) {}

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Propose the next version of a conversion rule; an administrator of the whole bank")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public RuleVersion propose(@NotNull @Valid RuleRequest request) {
        var terms = new ConversionTerms(
                request.programId(),
                request.occupationCodes().stream()
                        .map(code -> Occupations.normalized("occupationCodes", code))
                        .distinct()
                        .toList(),
                request.minimumLevel(),
                request.courses().stream()
                        .map(course -> new ConvertedCourse(course.courseCode(), course.courseName(), course.credits()))
                        .toList(),
                request.capCredits(),
                request.validFrom(),
                request.validUntil());
        var proposed = commands.run(
                new ProposeConversionRule(request.ruleId(), terms, asker()), ProposeConversionRule.Proposed.class);
        return new RuleVersion(proposed.ruleId(), proposed.ruleVersion(), name(proposed.state()));
    }

    @POST
    @Path("{ruleId}/versions/{ruleVersion}/publication")
    @Operation(summary = "Publish a proposed version; another administrator than the one who proposed it")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public RuleVersion publish(
            @PathParam("ruleId") @Pattern(regexp = RULE_ID) String ruleId,
            @PathParam("ruleVersion") @Min(1) @Max(1_000_000) int ruleVersion) {
        var published = commands.run(
                new PublishConversionRule(ruleId, ruleVersion, asker()), PublishConversionRule.Published.class);
        return new RuleVersion(published.ruleId(), published.ruleVersion(), name(published.state()));
    }

    @GET
    @Operation(summary = "Published rules; administrators and auditors of the whole bank see proposals as well")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public RulePage list(
            @QueryParam("program") @Nullable @Pattern(regexp = PROGRAM_ID) String programId,
            @QueryParam("cursor") @Nullable @Pattern(regexp = RULE_ID + ":[0-9]{1,7}") String cursor) {
        return RuleView.page(ConversionRuleVersion.after(cursor, programId, seesProposals()));
    }

    private boolean seesProposals() {
        return (caller.has(Roles.ADMINISTRATOR) && authority.holdsEverywhere(StaffRole.ADMINISTRATOR))
                || (caller.has(Roles.AUDITOR) && authority.holdsEverywhere(StaffRole.AUDITOR));
    }

    private Asker asker() {
        return new Asker(caller.subject(), caller.has(Roles.UNION_OFFICER));
    }

    static String name(RuleState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
