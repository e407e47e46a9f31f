package org.gongxue.enrollment;

import java.util.Set;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;

/**
 * A request to change something. Every capability has its own sealed commands beneath this one; together they are what
 * the service can be asked. (A sealed type cannot span packages without a module descriptor.)
 */
public interface EnrollmentCommand {

    /** The streams the command reads, the one it is about first. */
    Set<StreamId> reads();

    /** What becomes of the command. Pure; throws only for a bug. */
    Decision decide(View view);
}
