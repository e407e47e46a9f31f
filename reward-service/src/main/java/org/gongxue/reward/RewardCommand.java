package org.gongxue.reward;

import java.util.Set;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;

/**
 * A request to change something. Every capability has its own sealed commands beneath this one. (A sealed type cannot
 * span packages without a module descriptor.)
 */
public interface RewardCommand {

    /** The stream the command is about: a refusal is recorded there. */
    StreamId home();

    /** The streams to be at hand when the command is decided, {@link #home} first; others are loaded when asked for. */
    default Set<StreamId> reads() {
        return Set.of(home());
    }

    /** What becomes of the command. Pure; throws only for a bug. */
    Decision decide(View view);
}
