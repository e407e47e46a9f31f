package org.gongxue.events.enrollment;

import java.time.LocalDate;

/**
 * 毕业名单: a registrar uploaded a file; the counts are what its check foresees.
 *
 * @param digest SHA-256 of the file's bytes, hexadecimal
 */
public record GraduationFileReceived(
        String fileId,
        String universityId,
        String digest,
        int rows,
        int accepted,
        int duplicate,
        int refused,
        String uploadedBy,
        LocalDate on)
        implements GraduationFileEvent {}
