package org.gongxue.enrollment.graduation;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;

/** What can be asked about graduations. */
public sealed interface GraduationCommand extends EnrollmentCommand {

    /** What can be asked about a graduation file. */
    sealed interface FileCommand extends GraduationCommand {

        /** The file it is about. */
        String fileId();
    }

    /** Where a reported graduation comes from. */
    sealed interface Source {

        /** A row of a released file; {@code row} counts as the sheet does, from 1 with the header. */
        record FileRow(String fileId, int row) implements Source {

            private static final Pattern EVIDENCE = Pattern.compile("file/([^#]+)#(\\d{1,7})");

            /** The row that an evidence names, if it names one. */
            public static Optional<FileRow> parse(String evidence) {
                return Optional.of(EVIDENCE.matcher(evidence))
                        .filter(Matcher::matches)
                        .map(match -> new FileRow(match.group(1), Integer.parseInt(match.group(2))));
            }
        }

        /** A message of a university's system; the id is unique within the university. */
        record Message(String universityId, String messageId) implements Source {}

        /** How events name the source. */
        default String evidence() {
            return switch (this) {
                case FileRow f -> "file/" + f.fileId() + "#" + f.row();
                case Message m -> "message/" + m.universityId() + ":" + m.messageId();
            };
        }
    }

    /**
     * Take in a file that a registrar uploaded and the check has read.
     *
     * @param digest SHA-256 of its bytes, hexadecimal
     * @param accepted rows that would be accepted now, and so on
     */
    record ReceiveFile(
            String fileId, String universityId, String digest, int rows, int accepted, int duplicate, int refused)
            implements FileCommand {}

    /** Release a checked file, as another person than its uploader. */
    record ReleaseFile(String fileId) implements FileCommand {}

    /** Note that every row of a released file has its outcome. The service asks itself. */
    record SettleFile(String fileId, int accepted, int duplicate, int refused) implements FileCommand {}

    /** Judge one reported graduation: a row of a released file, or a message of the university's system. */
    record Settle(Source source, String universityId, GraduationClaim claim) implements GraduationCommand {}

    @Override
    default Set<StreamId> reads() {
        return switch (this) {
            case FileCommand f -> Set.of(GraduationFiles.FILE.id(f.fileId()));
            case Settle s -> Set.of(Graduations.ROW.id(s.source().evidence()));
        };
    }

    @Override
    default Decision decide(View view) {
        return switch (this) {
            case ReceiveFile receive -> GraduationFiles.receive(view, receive);
            case ReleaseFile release -> GraduationFiles.release(view, release);
            case SettleFile settle -> GraduationFiles.settled(view, settle);
            case Settle settle -> Graduations.decide(view, settle);
        };
    }
}
