package org.gongxue.enrollment.graduation.edge;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.edge.Page;
import org.gongxue.enrollment.edge.Scope;
import org.gongxue.enrollment.graduation.GraduationCommand.ReceiveFile;
import org.gongxue.enrollment.graduation.GraduationCommand.ReleaseFile;
import org.gongxue.enrollment.graduation.edge.Uploads.KeptRow;
import org.gongxue.enrollment.graduation.edge.Workbooks.ErrorRow;
import org.gongxue.enrollment.vault.edge.Access;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Graduation files: one registrar uploads and reads the check, another releases, and every row gets its receipt. */
@Path("graduation-files")
@RunOnVirtualThread
public class GraduationFileResource {

    private static final Duration SETTLE_WAIT_MAX = Duration.ofSeconds(20);
    private static final long LOOK_EVERY_MILLIS = 50;
    private static final int NAME_LENGTH_MAX = 200;

    private final Commands commands;
    private final Scope scope;
    private final Authority authority;
    private final Caller caller;
    private final FileCheck check;
    private final Uploads uploads;
    private final EventLog<Object> log;

    GraduationFileResource(
            Commands commands,
            Scope scope,
            Authority authority,
            Caller caller,
            FileCheck check,
            Uploads uploads,
            EventLog<Object> log) {
        this.commands = commands;
        this.scope = scope;
        this.authority = authority;
        this.caller = caller;
        this.check = check;
        this.uploads = uploads;
        this.log = log;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(201)
    @Operation(summary = "Upload a 毕业名单 (xlsx, 20 MB, 50,000 rows); it is checked at once and waits for its release")
    @RolesAllowed(Roles.REGISTRAR)
    public GraduationFileView upload(
            @RestForm("file") @Nullable FileUpload file,
            @QueryParam("university") @Nullable @Pattern(regexp = Ids.SCHOOL_CODE) String university) {
        var universityId = scope.university(university);
        if (file == null) {
            throw new RefusedException(Refusal.invalid("FILE_MISSING", "file", null, null));
        }
        var content = content(file);
        var rows = GraduationSheet.read(content);
        if (rows.isEmpty()) {
            throw new RefusedException(Refusal.invalid("FILE_WITHOUT_ROWS", "file", null, null));
        }
        var fileId = commands.newId("F");
        var access = new Access(caller.actor(), "graduation-check", fileId);
        var foreseen = check.foresee(fileId, universityId, rows, access);
        uploads.keep(fileId, name(file), content, foreseen);
        // A repeated upload is the same command, whatever would be foreseen by now.
        var counts = uploads.foreseen(fileId);
        var outcome = commands.submit(new ReceiveFile(
                fileId,
                universityId,
                digest(content),
                rows.size(),
                counts.getOrDefault(RowStatus.ACCEPTED.shown(), 0),
                counts.getOrDefault(RowStatus.DUPLICATE.shown(), 0),
                counts.getOrDefault(RowStatus.REFUSED.shown(), 0)));
        var refusal = outcome.refusal();
        if (refusal != null) {
            if (GraduationFile.findByIdOptional(fileId).isEmpty()) {
                uploads.drop(fileId);
            }
            throw new RefusedException(refusal);
        }
        return view(find(fileId));
    }

    @POST
    @Path("{fileId}/release")
    @Operation(summary = "Release a checked file, as another person than its uploader; its rows are settled")
    @RolesAllowed(Roles.REGISTRAR)
    public GraduationFileView release(@PathParam("fileId") @Pattern(regexp = Ids.ID) String fileId)
            throws InterruptedException {
        commands.run(new ReleaseFile(fileId));
        var giveUpAt = Instant.now().plus(SETTLE_WAIT_MAX);
        var file = find(fileId);
        while (!file.state.equals(GraduationFile.RELEASED) && Instant.now().isBefore(giveUpAt)) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            file = QuarkusTransaction.requiringNew().call(() -> find(fileId));
        }
        return view(file);
    }

    @GET
    @Operation(
            summary =
                    "The files of the caller's university, or of all for administrators and auditors of the whole program")
    @RolesAllowed({Roles.REGISTRAR, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public Page<GraduationFileView> files(@QueryParam("cursor") @Nullable String cursor) {
        var visible = scope.visible();
        var found = GraduationFile.page(visible.universities(), seesAll(), Page.after(cursor));
        var fileIds = found.stream().map(f -> f.fileId).toList();
        var names = uploads.names(fileIds);
        var ranges = uploads.indexRanges(fileIds);
        return Page.of(
                found, f -> f.receivedIndex, f -> GraduationFileView.of(f, names.get(f.fileId), ranges.get(f.fileId)));
    }

    @GET
    @Path("{fileId}")
    @Operation(summary = "One file with its counts")
    @RolesAllowed({Roles.REGISTRAR, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public GraduationFileView file(@PathParam("fileId") @Pattern(regexp = Ids.ID) String fileId) {
        return view(readable(fileId));
    }

    @GET
    @Path("{fileId}/receipt")
    @Operation(
            summary =
                    "The receipt: counts, digest, who uploaded and released, the range of indexes, and the log's newest checkpoint")
    @RolesAllowed({Roles.REGISTRAR, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public GraduationFileView receipt(@PathParam("fileId") @Pattern(regexp = Ids.ID) String fileId) {
        return view(readable(fileId)).with(log.tree().checkpoint().orElse(null));
    }

    @GET
    @Path("{fileId}/rows")
    @Operation(summary = "The rows with their outcomes, foreseen until the file is released")
    @RolesAllowed(Roles.REGISTRAR)
    public Page<RowView> rows(
            @PathParam("fileId") @Pattern(regexp = Ids.ID) String fileId,
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            HttpHeaders headers) {
        ownUniversitys(fileId);
        var after = Math.toIntExact(Math.min(Page.after(cursor), Integer.MAX_VALUE));
        var rows = uploads.rows(fileId, after, statuses(status), Page.FETCH);
        return Page.of(rows, KeptRow::row, row -> RowView.of(fileId, row, locale(headers)));
    }

    @GET
    @Path("{fileId}/errors.xlsx")
    @Produces(Workbooks.MEDIA_TYPE)
    @Operation(summary = "The refused rows as a workbook to mend and upload again")
    @RolesAllowed(Roles.REGISTRAR)
    public Response errors(@PathParam("fileId") @Pattern(regexp = Ids.ID) String fileId, HttpHeaders headers) {
        ownUniversitys(fileId);
        var rows = Stream.iterate(
                        refusedAfter(fileId, 0),
                        some -> !some.isEmpty(),
                        some -> refusedAfter(fileId, some.getLast().row()))
                .flatMap(List::stream)
                .map(row -> ErrorRow.of(fileId, row, locale(headers)));
        return workbook(Workbooks.errors(rows, locale(headers)), "errors.xlsx");
    }

    @GET
    @Path("template.xlsx")
    @Produces(Workbooks.MEDIA_TYPE)
    @Operation(summary = "An empty 毕业名单 with the columns set to text")
    @RolesAllowed(Roles.REGISTRAR)
    public Response template() {
        return workbook(Workbooks.template(), "template.xlsx");
    }

    private List<KeptRow> refusedAfter(String fileId, int row) {
        return uploads.rows(fileId, row, List.of(RowStatus.REFUSED), Page.SIZE_MAX);
    }

    private static Response workbook(byte[] bytes, String name) {
        return Response.ok(bytes)
                .type(Workbooks.MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static List<RowStatus> statuses(@Nullable String status) {
        if (status == null || status.isEmpty()) {
            return List.of();
        }
        return Stream.of(RowStatus.values())
                .filter(s -> s.shown().equals(status))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new RefusedException(Refusal.invalid("STATE_UNKNOWN", "status", status, null)));
    }

    private static byte[] content(FileUpload file) {
        if (file.size() > WorkbookLimits.FILE_BYTES_MAX) {
            throw new RefusedException(Refusal.invalid("FILE_TOO_LARGE", "file", null, "20 MB"));
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(FileUpload file) {
        var name = file.fileName() == null
                ? ""
                : file.fileName().replaceAll(".*[/\\\\]|\\p{Cntrl}", "").strip();
        return name.substring(0, Math.min(name.length(), NAME_LENGTH_MAX));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private GraduationFileView view(GraduationFile file) {
        return GraduationFileView.of(
                file,
                uploads.names(List.of(file.fileId)).get(file.fileId),
                uploads.indexRanges(List.of(file.fileId)).get(file.fileId));
    }

    private static GraduationFile find(String fileId) {
        return GraduationFile.<GraduationFile>findByIdOptional(fileId)
                .orElseThrow(() -> RefusedException.notFound("fileId", fileId));
    }

    /** A file whose counts the caller may see. */
    private GraduationFile readable(String fileId) {
        var file = find(fileId);
        if (!seesAll() && !scope.visible().universities().contains(file.universityId)) {
            throw new RefusedException(Offices.notAppointed(StaffRole.REGISTRAR, file.universityId));
        }
        return file;
    }

    private boolean seesAll() {
        return (caller.has(Roles.ADMINISTRATOR) && authority.holdsEverywhere(StaffRole.ADMINISTRATOR))
                || (caller.has(Roles.AUDITOR) && authority.holdsEverywhere(StaffRole.AUDITOR));
    }

    /** A file whose rows, which hold identity data, the caller may see: the own university's. */
    private void ownUniversitys(String fileId) {
        authority.require(StaffRole.REGISTRAR, find(fileId).universityId);
    }

    private static Locale locale(HttpHeaders headers) {
        return Caller.locale(headers.getAcceptableLanguages());
    }
}
