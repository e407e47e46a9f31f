package org.gongxue.reward.entitlement;

import org.gongxue.eventlog.StreamType;
import org.gongxue.events.reward.BusinessKeyClaimed;
import org.gongxue.events.reward.BusinessKeyEvent;
import org.gongxue.events.reward.BusinessKeyReleased;
import org.jspecify.annotations.Nullable;

/** 查重: who holds which business fact; one holder at a time (invariant 4). */
public final class BusinessKeys {

    /** The holder of one business fact, absent while it is free. */
    public record KeyState(@Nullable String holder) {}

    /** Business facts by key. */
    public static final StreamType<KeyState> KEY =
            StreamType.of("key", KeyState.class, 1, new KeyState(null), BusinessKeys::evolve);

    private BusinessKeys() {}

    private static KeyState evolve(KeyState state, Object event) {
        return switch ((BusinessKeyEvent) event) {
            case BusinessKeyClaimed e when state.holder() == null -> new KeyState(e.holder());
            case BusinessKeyReleased e when e.holder().equals(state.holder()) -> new KeyState(null);
            case BusinessKeyClaimed e -> throw new IllegalStateException(e.key() + " is held by " + state.holder());
            case BusinessKeyReleased e -> throw new IllegalStateException(e.key() + " is not held by " + e.holder());
        };
    }
}
