package org.gongxue.enrollment.study.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.edge.BatchResult;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.edge.Items;
import org.gongxue.enrollment.edge.Scope;
import org.gongxue.enrollment.study.StudyCommand.RecordCourseResult;
import org.gongxue.enrollment.study.StudyCommand.RecordTuitionReceipt;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Roles;
import org.jspecify.annotations.Nullable;

/** What universities report about their students, whom they know by their own numbers. */
@Path("")
@RunOnVirtualThread
public class ReportResource {

    private static final long FEN_MAX = 100_000_000;

    private final Items items;
    private final Scope scope;

    ReportResource(Items items, Scope scope) {
        this.items = items;
        this.scope = scope;
    }

    /** 成绩: a result; credits, when given, must be the program's. */
    public record CourseResultItem(
            @NotNull @Pattern(regexp = Ids.STUDENT_NUMBER) String studentNumber,
            @NotNull @Pattern(regexp = Ids.COURSE_CODE) String courseCode,
            @Nullable @Min(0) @Max(60) Integer credits,
            @Nullable @Min(0) @Max(100) Integer score,
            @NotNull Boolean passed,
            @NotNull @Pattern(regexp = Ids.TERM) String term) {}

    /** 学费: a receipt; all amounts in fen. */
    public record TuitionReceiptItem(
            @NotNull @Pattern(regexp = Ids.STUDENT_NUMBER) String studentNumber,
            @NotNull @Pattern(regexp = Ids.RECEIPT_NUMBER) String receiptNumber,
            @Min(0) @Max(FEN_MAX) long dueFen,
            @Min(0) @Max(FEN_MAX) long waivedFen,
            @Min(0) @Max(FEN_MAX) long paidFen,
            @Min(0) @Max(FEN_MAX) long refundedFen,
            @NotNull LocalDate paidOn) {

        /** One number is one number, in full or half width, with blanks or without. */
        public TuitionReceiptItem {
            receiptNumber = receiptNumber == null
                    ? ""
                    : Normalizer.normalize(receiptNumber, Normalizer.Form.NFKC).replaceAll("\\s", "");
        }
    }

    /** Many results. */
    public record CourseResultsRequest(
            @NotEmpty @Size(max = BatchResult.ITEMS_MAX) List<CourseResultItem> items) {}

    /** Many receipts. */
    public record TuitionReceiptsRequest(
            @NotEmpty @Size(max = BatchResult.ITEMS_MAX) List<TuitionReceiptItem> items) {}

    @POST
    @Path("course-results")
    @Operation(summary = "Course results; the same course and term again is a duplicate; at most 500")
    @RolesAllowed({Roles.REGISTRAR, Roles.PARTNER_UNIVERSITY})
    public BatchResult courseResults(
            @NotNull @Valid CourseResultsRequest request,
            @QueryParam("university") @Nullable @Pattern(regexp = Ids.SCHOOL_CODE) String university,
            HttpHeaders headers) {
        var universityId = scope.university(university);
        return items.run(
                request.items(),
                Caller.locale(headers.getAcceptableLanguages()),
                (_, item) -> new RecordCourseResult(
                        universityId,
                        item.studentNumber(),
                        item.courseCode(),
                        item.credits(),
                        item.score(),
                        item.passed(),
                        item.term()));
    }

    @POST
    @Path("tuition-receipts")
    @Operation(summary = "Tuition receipts: due = waived + paid, refunded is part of paid; at most 500")
    @RolesAllowed({Roles.REGISTRAR, Roles.PARTNER_UNIVERSITY})
    public BatchResult tuitionReceipts(
            @NotNull @Valid TuitionReceiptsRequest request,
            @QueryParam("university") @Nullable @Pattern(regexp = Ids.SCHOOL_CODE) String university,
            HttpHeaders headers) {
        var universityId = scope.university(university);
        return items.run(
                request.items(),
                Caller.locale(headers.getAcceptableLanguages()),
                (_, item) -> new RecordTuitionReceipt(
                        universityId,
                        item.studentNumber(),
                        item.receiptNumber(),
                        item.dueFen(),
                        item.waivedFen(),
                        item.paidFen(),
                        item.refundedFen(),
                        item.paidOn()));
    }
}
