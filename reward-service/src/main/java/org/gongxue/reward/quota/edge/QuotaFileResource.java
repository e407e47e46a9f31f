package org.gongxue.reward.quota.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.gongxue.reward.quota.edge.QuotaSheet.Preview;
import org.gongxue.reward.sheet.edge.SheetFile;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The grid of places as a spreadsheet: a template to fill in, and a look at a file that stores nothing. */
@Path("quotas/{policyId}/" + QuotaResource.YEAR)
@RunOnVirtualThread
public class QuotaFileResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Authority authority;
    private final Caller caller;

    QuotaFileResource(Authority authority, Caller caller) {
        this.authority = authority;
        this.caller = caller;
    }

    @GET
    @Path("template.xlsx")
    @Produces({XLSX, MediaType.APPLICATION_JSON})
    @Operation(summary = "The sheet to fill in: the units the caller may allot to, with the places they have")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.ADMINISTRATOR})
    public Response template(
            @PathParam("policyId") @Pattern(regexp = QuotaResource.POLICY) String policyId,
            @PathParam("year") int year,
            @QueryParam("policyVersion") @Min(1) int policyVersion) {
        var own = own();
        var quota = quota(policyId, policyVersion, year);
        return Response.ok(QuotaTemplate.write(quota, own), XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + policyId + "-" + year + ".xlsx\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "What a filled-in sheet (xlsx, or CSV in UTF-8 or GB18030) says, and what is wrong with it")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.ADMINISTRATOR})
    public Preview preview(
            @PathParam("policyId") @Pattern(regexp = QuotaResource.POLICY) String policyId,
            @PathParam("year") int year,
            @QueryParam("policyVersion") @Min(1) int policyVersion,
            @RestForm("file") @NotNull FileUpload file,
            HttpHeaders headers) {
        var own = own();
        var quota = quota(policyId, policyVersion, year);
        if (file.size() > SheetFile.FILE_BYTES_MAX) {
            throw SheetFile.tooLarge();
        }
        return new QuotaSheet(quota, own, Caller.locale(headers.getAcceptableLanguages())).read(bytes(file));
    }

    private static byte[] bytes(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static QuotaPolicy quota(String policyId, int version, int year) {
        return QuotaPolicy.version(policyId, version, year)
                .orElseThrow(() -> new RefusedException(
                        Refusal.notFound("POLICY_UNKNOWN", "policyVersion", policyId + "." + version)));
    }

    private OwnUnits own() {
        if (caller.has(Roles.ADMINISTRATOR) && authority.holdsEverywhere(StaffRole.ADMINISTRATOR)) {
            return OwnUnits.all();
        }
        var organizations = authority.organizations(StaffRole.UNION_OFFICER);
        if (organizations.isEmpty()) {
            throw new RefusedException(Offices.notAppointed(StaffRole.UNION_OFFICER, Offices.EVERYWHERE));
        }
        return OwnUnits.below(organizations);
    }
}
