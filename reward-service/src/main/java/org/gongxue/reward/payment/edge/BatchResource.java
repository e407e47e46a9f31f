package org.gongxue.reward.payment.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.gongxue.reward.entitlement.edge.PaymentAttemptRow;
import org.gongxue.reward.fund.edge.FundResource;
import org.gongxue.reward.payment.BatchStage;
import org.gongxue.reward.payment.Batches;
import org.gongxue.reward.payment.PaymentCommand;
import org.gongxue.reward.payment.PaymentCommand.ApproveBatch;
import org.gongxue.reward.payment.PaymentCommand.BatchAnswer;
import org.gongxue.reward.payment.PaymentCommand.DiscardBatch;
import org.gongxue.reward.payment.PaymentCommand.ExtendBatch;
import org.gongxue.reward.payment.PaymentCommand.FreezeBatch;
import org.gongxue.reward.payment.PaymentCommand.NoteExport;
import org.gongxue.reward.payment.PaymentCommand.OpenBatch;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Payment batches: drafted and frozen by one finance officer, approved by another, settled by the bank's answer. */
@Path("batches")
@RunOnVirtualThread
public class BatchResource {

    private static final String ID = "B-[0-9]{4}-[0-9]{4,9}";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int PAGE = 100;

    private final EventLog<Object> log;
    private final Commands commands;
    private final Authority authority;
    private final Payables payables;
    private final BatchExport export;

    BatchResource(EventLog<Object> log, Commands commands, Authority authority, Payables payables, BatchExport export) {
        this.log = log;
        this.commands = commands;
        this.authority = authority;
        this.payables = payables;
        this.export = export;
    }

    /**
     * A batch to draft.
     *
     * @param purpose 用途 by its code in the bank's template; no free text, because it stays in the log
     * @param againAnyway whether returned payments go out again to an account that has not changed
     */
    public record BatchRequest(
            @NotNull @Pattern(regexp = FundResource.ID) String fundId,
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,39}") String purpose,
            boolean againAnyway) {}

    /** The control totals the checker saw; both may be left out. */
    public record ApprovalRequest(
            @Nullable Integer lines, @Nullable Long totalFen) {}

    /** Why a batch is given up. */
    public record DiscardRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,39}") String reasonCode) {}

    /**
     * A draft.
     *
     * @param withoutAccount payable entitlements left out because the learner has not left a bank account
     * @param unmended returned payments left out because the account that failed has not changed
     */
    public record DraftView(String batchId, String state, int lines, long totalFen, int withoutAccount, int unmended) {}

    /** A batch. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BatchView(
            String batchId,
            String fundId,
            String purpose,
            String state,
            int lines,
            long totalFen,
            String openedBy,
            @Nullable String frozenBy,
            @Nullable String approvedBy,
            @Nullable LocalDate approvedOn,
            int exports,
            @Nullable String lastExportDigest,
            @Nullable Settled paid,
            @Nullable Settled returned) {

        static BatchView of(PaymentBatch b, @Nullable Settled paid, @Nullable Settled returned) {
            return new BatchView(
                    b.batchId,
                    b.fundId,
                    b.purpose,
                    b.state,
                    b.lines,
                    b.totalFen,
                    b.openedBy,
                    b.frozenBy,
                    b.approvedBy,
                    b.approvedOn,
                    b.exports,
                    b.lastExportDigest,
                    paid,
                    returned);
        }
    }

    /** How many lines came to what, in fen. */
    public record Settled(long lines, long fen) {}

    /** Batches, newest first. */
    public record BatchList(List<BatchView> items, @Nullable String next) {}

    /** A line; whom it goes to is in the vault. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineView(
            int line,
            String entitlementId,
            String paymentNumber,
            long amountFen,
            String state,
            LocalDate on,
            @Nullable String bankReference,
            @Nullable String failureCode) {}

    /** Lines in order. */
    public record LineList(List<LineView> items, @Nullable String next) {}

    /** Drafts a batch of everything payable from a fund. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.FINANCE)
    public DraftView draft(@NotNull @Valid BatchRequest request) {
        var purposes = export.template().purposes().keySet();
        if (!purposes.contains(request.purpose())) {
            throw new RefusedException(Refusal.invalid(
                    "PURPOSE_UNKNOWN", "purpose", request.purpose(), String.join(" / ", new TreeSet<>(purposes))));
        }
        var opened = commands.run(new OpenBatch(request.fundId(), request.purpose()));
        var batchId = Commands.answer(opened, BatchAnswer.class).batchId();
        var found = payables.of(request.fundId(), request.againAnyway());
        // A repeated request gets the first answer: what became payable since is for another batch.
        extend(batchId, found.ready(), request.againAnyway(), opened.repeated() ? 1 : Integer.MAX_VALUE);
        var batch = batch(batchId);
        return new DraftView(
                batchId, batch.state, batch.lines, batch.totalFen, found.withoutAccount(), found.unmended());
    }

    private void extend(String batchId, List<String> ready, boolean againAnyway, int extensionsMax) {
        var extensions = new ArrayList<ExtendBatch>();
        for (var from = 0;
                extensions.isEmpty() || (from < ready.size() && extensions.size() < extensionsMax);
                from += PaymentCommand.ROWS_MAX) {
            var to = Math.min(from + PaymentCommand.ROWS_MAX, ready.size());
            extensions.add(new ExtendBatch(batchId, ready.subList(from, to), againAnyway));
        }
        for (var outcome : commands.submitAll(extensions)) {
            var refusal = outcome.refusal();
            if (refusal != null) {
                throw new RefusedException(refusal);
            }
        }
    }

    /** Fixes the lines. */
    @POST
    @Path("{batchId}/freeze")
    @RolesAllowed(Roles.FINANCE)
    public BatchAnswer freeze(@PathParam("batchId") @Pattern(regexp = ID) String batchId) {
        return commands.run(new FreezeBatch(batchId), BatchAnswer.class);
    }

    /** The checker's part: the money is on its way. */
    @POST
    @Path("{batchId}/approval")
    @RolesAllowed(Roles.FINANCE)
    public BatchAnswer approve(
            @PathParam("batchId") @Pattern(regexp = ID) String batchId, @Valid @Nullable ApprovalRequest request) {
        var lines = request == null ? null : request.lines();
        var totalFen = request == null ? null : request.totalFen();
        return commands.run(new ApproveBatch(batchId, lines, totalFen), BatchAnswer.class);
    }

    /** Gives a batch up before approval; its lines are payable as before. */
    @POST
    @Path("{batchId}/discard")
    @RolesAllowed(Roles.FINANCE)
    public BatchAnswer discard(
            @PathParam("batchId") @Pattern(regexp = ID) String batchId, @NotNull @Valid DiscardRequest request) {
        return commands.run(new DiscardBatch(batchId, request.reasonCode()), BatchAnswer.class);
    }

    /** Batches, newest first. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public BatchList list(@QueryParam("cursor") @Nullable @Min(1) Long cursor) {
        seen();
        var page = PaymentBatch.before(cursor == null ? Long.MAX_VALUE : cursor, PAGE + 1);
        var shown = page.subList(0, Math.min(PAGE, page.size()));
        return new BatchList(
                shown.stream().map(b -> BatchView.of(b, null, null)).toList(),
                page.size() > PAGE ? Long.toString(shown.getLast().openedIndex) : null);
    }

    /** One batch with what the bank said so far. */
    @GET
    @Path("{batchId}")
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public BatchView show(@PathParam("batchId") @Pattern(regexp = ID) String batchId) {
        seen();
        return BatchView.of(batch(batchId), settled(batchId, "paid"), settled(batchId, "returned"));
    }

    /** The lines of a batch. */
    @GET
    @Path("{batchId}/lines")
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public LineList lines(
            @PathParam("batchId") @Pattern(regexp = ID) String batchId,
            @QueryParam("cursor") @DefaultValue("0") @Min(0) @Max(Integer.MAX_VALUE) int cursor) {
        seen();
        batch(batchId);
        var page = PaymentAttemptRow.lines(batchId, cursor, PAGE + 1);
        var shown = page.subList(0, Math.min(PAGE, page.size()));
        return new LineList(
                shown.stream()
                        .map(a -> new LineView(
                                a.line,
                                a.entitlementId,
                                a.paymentNumber,
                                a.amountFen,
                                a.state,
                                a.on,
                                a.bankReference,
                                a.failureCode))
                        .toList(),
                page.size() > PAGE ? Integer.toString(shown.getLast().line) : null);
    }

    /** The bank's file of an approved batch's lines that it has not answered yet. Every export is written down with the file's digest. */
    @GET
    @Path("{batchId}/export.xlsx")
    @Produces({XLSX, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.FINANCE)
    public Response export(@PathParam("batchId") @Pattern(regexp = ID) String batchId) {
        authority.requireEverywhere(StaffRole.FINANCE);
        var batch = approved(batchId);
        var withdrawn = log.read(Batches.BATCH, batchId).withdrawn();
        var exported = export.export(batch);
        commands.run(new NoteExport(
                batchId,
                export.template().name(),
                exported.digest(),
                exported.lines(),
                exported.totalFen(),
                withdrawn));
        return Response.ok(exported.file(), XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + batchId + ".xlsx\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The bank's answer. */
    @POST
    @Path("{batchId}/results")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.FINANCE)
    public ResultImport.Receipt results(
            @PathParam("batchId") @Pattern(regexp = ID) String batchId,
            @RestForm("file") @NotNull FileUpload file,
            HttpHeaders headers) {
        authority.requireEverywhere(StaffRole.FINANCE);
        approved(batchId);
        var locale = Caller.locale(headers.getAcceptableLanguages());
        return new ResultImport(commands, batchId, export.template(), locale).take(bytes(file));
    }

    private static byte[] bytes(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PaymentBatch approved(String batchId) {
        var batch = batch(batchId);
        if (!batch.state.equals(BatchStage.APPROVED.word())) {
            throw new RefusedException(
                    Refusal.conflict("BATCH_STAGE", "state", batch.state, BatchStage.APPROVED.word()));
        }
        return batch;
    }

    private static PaymentBatch batch(String batchId) {
        return PaymentBatch.<PaymentBatch>findByIdOptional(batchId)
                .orElseThrow(() -> new RefusedException(Refusal.notFound("BATCH_UNKNOWN", "batchId", batchId)));
    }

    private static Settled settled(String batchId, String state) {
        return new Settled(PaymentAttemptRow.count(batchId, state), PaymentAttemptRow.sumFen(batchId, state));
    }

    private void seen() {
        authority.requireEverywhere(StaffRole.FINANCE, StaffRole.ADMINISTRATOR, StaffRole.AUDITOR);
    }
}
